import { isAbove } from './compare.ts';
import { demand, demandScores } from './invalid-option.error.ts';
import { insufficient, type Direction, type InsufficientData } from './outcome.ts';

/** What is known about a scale before a client has answered; all in the unit of the scale. */
export interface ExpectedScoreOptions {
  /** Mean of first scores over clients. */
  readonly mean: number;
  /** How much clients differ in their usual level: standard deviation between them, more than 0. */
  readonly between: number;
  /** How much one client's scores scatter around the usual level: standard deviation within, more than 0. */
  readonly within: number;
  /** How much the usual level itself moves from one score to the next: standard deviation, 0 or more; 0 unless told. */
  readonly drift?: number | undefined;
  /** How many standard deviations worse than expected a score must be; 2 unless told. */
  readonly sds?: number | undefined;
  /**
   * By at most how many standard deviations a single score moves the expectation, more than 0; 1.5 unless told. Without
   * it one rupture would make the next one look usual.
   */
  readonly clip?: number | undefined;
  /** Which way is better; `higher-is-better` unless told. */
  readonly direction?: Direction | undefined;
}

/** The client's usual level as far as it is known: an estimate and its variance. */
export interface ExpectedScoreState {
  readonly level: number;
  readonly variance: number;
}

export interface ExpectedScorePoint {
  /** What was expected before the score was seen, and the standard deviation of that expectation. */
  readonly expected: number;
  readonly sd: number;
  /** A score worse than this one signals. */
  readonly limit: number;
  /** The score minus what was expected, in standard deviations. */
  readonly deviation: number;
  readonly signal: boolean;
}

export interface ExpectedScore {
  readonly outcome: 'computed';
  readonly points: readonly ExpectedScorePoint[];
  /** What the newest score was held against. */
  readonly limits: { readonly expected: number; readonly sd: number; readonly limit: number };
  readonly signals: readonly { readonly index: number; readonly deviation: number; readonly limit: number }[];
}

export const expectedScoreStart = ({ mean, between }: ExpectedScoreOptions): ExpectedScoreState => ({
  level: mean,
  variance: between * between,
});

/** One score held against what was to be expected, and what is to be expected after it. */
export function expectedScoreNext(
  { level, variance }: ExpectedScoreState,
  score: number,
  { within, drift = 0, sds = 2, clip = 1.5, direction = 'higher-is-better' }: ExpectedScoreOptions,
): readonly [ExpectedScoreState, ExpectedScorePoint] {
  const predicted = variance + drift * drift;
  const total = predicted + within * within;
  const sd = Math.sqrt(total);
  const deviation = (score - level) / sd;
  const better = direction === 'higher-is-better' ? 1 : -1;
  const gain = predicted / total;
  const moved = Math.min(clip, Math.max(-clip, deviation)) * sd;
  return [
    { level: level + gain * moved, variance: (1 - gain) * predicted },
    {
      expected: level,
      sd,
      limit: level - better * sds * sd,
      deviation,
      signal: isAbove(-sds, better * deviation),
    },
  ];
}

/**
 * Each score against what this client's earlier ones lead one to expect, where few earlier scores count for little and
 * many for much: the one-step prediction of a local level model (Durbin & Koopman, Time series analysis by state space
 * methods, 2.2) that begins with the population, its innovations limited so that an outlier does not become the new
 * expectation (Masreliez & Martin, 1977, IEEE Trans Automat Contr 22:361–371). Needs one score, which is held against
 * the population.
 * @throws InvalidOption when an option lies outside of its range
 */
export function expectedScore(
  scores: readonly number[],
  options: ExpectedScoreOptions,
): ExpectedScore | InsufficientData {
  demandScores(scores);
  demandExpectedScore(options);
  const points: ExpectedScorePoint[] = [];
  let state = expectedScoreStart(options);
  for (const score of scores) {
    const [next, point] = expectedScoreNext(state, score, options);
    points.push(point);
    state = next;
  }
  const last = points.at(-1);
  if (last === undefined) return insufficient(1, 0);
  return {
    outcome: 'computed',
    points,
    limits: { expected: last.expected, sd: last.sd, limit: last.limit },
    signals: points.flatMap(({ signal, deviation, limit }, index) =>
      signal ? [{ index, deviation, limit }] : [],
    ),
  };
}

/** @throws InvalidOption when an option lies outside of its range */
export function demandExpectedScore(options: ExpectedScoreOptions): void {
  const { mean, between, within, drift = 0, sds = 2, clip = 1.5 } = options;
  demand(Number.isFinite(mean), 'mean', 'a finite number');
  demand(between > 0, 'between', 'more than 0');
  demand(within > 0, 'within', 'more than 0');
  demand(drift >= 0, 'drift', '0 or more');
  demand(sds > 0, 'sds', 'more than 0');
  demand(clip > 0, 'clip', 'more than 0');
}
