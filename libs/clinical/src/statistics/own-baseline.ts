import { isAbove } from './compare.ts';
import { demand, demandScores } from './invalid-option.error.ts';
import { noMoments, standardDeviation, withScore, type Moments } from './moments.ts';
import { insufficient, type Direction, type InsufficientData } from './outcome.ts';

export interface OwnBaselineOptions {
  /** How many standard deviations worse than the own mean a score must be; 1.5 unless told. */
  readonly sds?: number | undefined;
  /** How many scores it takes, the newest included, at least 2; 4 unless told. */
  readonly minimum?: number | undefined;
  /** The smallest standard deviation to count with: the instrument's standard error; 0 unless told. */
  readonly floor?: number | undefined;
  /** Which way is better; `higher-is-better` unless told. */
  readonly direction?: Direction | undefined;
}

export interface OwnBaselinePoint {
  /** Mean of the scores before this one, in the unit of the scale. */
  readonly mean: number;
  /** Their standard deviation (n − 1), or the floor where that is larger. */
  readonly sd: number;
  /** A score worse than this one signals. */
  readonly limit: number;
  /** How many standard deviations the score lies from the mean; negative is below, null where there is no spread. */
  readonly deviation: number | null;
  readonly signal: boolean;
}

export interface OwnBaseline {
  readonly outcome: 'computed';
  /** One for each score; null where too few came before it. */
  readonly points: readonly (OwnBaselinePoint | null)[];
  /** What the newest score was held against. */
  readonly limits: { readonly mean: number; readonly sd: number; readonly limit: number };
  readonly signals: readonly {
    readonly index: number;
    readonly deviation: number | null;
    readonly limit: number;
  }[];
}

/** A score held against the client's own earlier ones; null where they are too few. */
export function ownBaselineNext(
  earlier: Moments,
  score: number,
  { sds = 1.5, minimum = 4, floor = 0, direction = 'higher-is-better' }: OwnBaselineOptions,
): OwnBaselinePoint | null {
  if (earlier.count + 1 < minimum) return null;
  const { mean } = earlier;
  const sd = Math.max(standardDeviation(earlier), floor);
  const better = direction === 'higher-is-better' ? 1 : -1;
  const limit = mean - better * sds * sd;
  const deviation = sd === 0 ? null : (score - mean) / sd;
  return { mean, sd, limit, deviation, signal: isAbove(better * limit, better * score) };
}

/**
 * Each score against the mean of the client's own earlier scores: a signal where it is worse than
 * mean − sds · max(SD, floor) of those before it, never of itself. The floor keeps a client whose first scores happen to
 * be alike from signalling at a change within measurement error. On finding ruptures by a client's own course:
 * Eubanks-Carter, Gorman & Muran (2012), Psychotherapy Research 22:621–637.
 * @throws InvalidOption when an option lies outside of its range
 */
export function ownBaseline(
  scores: readonly number[],
  options: OwnBaselineOptions = {},
): OwnBaseline | InsufficientData {
  demandScores(scores);
  demandOwnBaseline(options);
  const { minimum = 4 } = options;
  let earlier = noMoments;
  const points = scores.map((score) => {
    const point = ownBaselineNext(earlier, score, options);
    earlier = withScore(earlier, score);
    return point;
  });
  const last = points.at(-1);
  if (!last) return insufficient(minimum, scores.length);
  return {
    outcome: 'computed',
    points,
    limits: { mean: last.mean, sd: last.sd, limit: last.limit },
    signals: points.flatMap((point, index) =>
      point?.signal ? [{ index, deviation: point.deviation, limit: point.limit }] : [],
    ),
  };
}

/** @throws InvalidOption when an option lies outside of its range */
export function demandOwnBaseline({ sds = 1.5, minimum = 4, floor = 0 }: OwnBaselineOptions): void {
  demand(sds > 0, 'sds', 'more than 0');
  demand(Number.isInteger(minimum) && minimum >= 2, 'minimum', 'a whole number, 2 or more');
  demand(floor >= 0, 'floor', '0 or more');
}
