import { demand, demandScores } from './invalid-option.error.ts';
import { insufficient, worseSide, type Direction, type InsufficientData } from './outcome.ts';

export interface SlopeOptions {
  /** When each score was given, in any unit, rising; 0, 1, 2 … (sessions) unless told. */
  readonly times?: readonly number[] | undefined;
  /** How many standard errors for the worse the slope must lie from 0 to signal; 2 unless told. */
  readonly sigmas?: number | undefined;
  /** Which way is better; `higher-is-better` unless told. */
  readonly direction?: Direction | undefined;
}

export interface Slope {
  readonly outcome: 'computed';
  /** In the scale's unit for each session, or for each unit of `times`. */
  readonly slope: number;
  /** The fitted score at time 0. */
  readonly intercept: number;
  /** Of the slope, with n − 2 degrees of freedom. */
  readonly standardError: number;
  /** What the slope was held against: a slope worse than this one signals. */
  readonly limits: { readonly slope: number };
  /** The last score, when the course as a whole goes the wrong way. */
  readonly signals: readonly { readonly index: number; readonly slope: number }[];
}

/** Scores it takes: two for a line and one more for its error. */
export const slopeMinimum = 3;

/** Closer times have no spread whose square is a number. */
const leastApart = 1e-9;

/**
 * Ordinary least squares: slope b = Σ(t − t̄)(x − x̄) / Σ(t − t̄)², standard error √(Σe² / (n − 2) / Σ(t − t̄)²). Draper &
 * Smith, Applied regression analysis, 1.2–1.4. Needs three scores.
 * @throws InvalidOption when an option lies outside of its range
 */
export function slope(
  scores: readonly number[],
  { times = scores.map((_, index) => index), sigmas = 2, direction = 'higher-is-better' }: SlopeOptions = {},
): Slope | InsufficientData {
  demandScores(scores);
  demand(times.length === scores.length, 'times', 'one for each score');
  demand(
    times.every((time, index) => index === 0 || time - (times[index - 1] as number) >= leastApart),
    'times',
    `rising, by ${leastApart} or more`,
  );
  demand(sigmas > 0, 'sigmas', 'more than 0');
  const count = scores.length;
  if (count < slopeMinimum) return insufficient(slopeMinimum, count);
  const [meanTime, meanScore] = [mean(times), mean(scores)];
  const pairs = times.map((time, index) => [time - meanTime, (scores[index] as number) - meanScore] as const);
  const spread = sum(pairs.map(([time]) => time * time));
  const value = sum(pairs.map(([time, score]) => time * score)) / spread;
  const residual = sum(pairs.map(([time, score]) => (score - value * time) ** 2));
  const standardError = Math.sqrt(residual / (count - 2) / spread);
  const worse = worseSide(direction) === 'below' ? -1 : 1;
  const limit = worse * sigmas * standardError;
  return {
    outcome: 'computed',
    slope: value,
    intercept: meanScore - value * meanTime,
    standardError,
    limits: { slope: limit },
    signals: worse * (value - limit) > 0 ? [{ index: count - 1, slope: value }] : [],
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;
