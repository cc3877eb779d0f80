import { isAbove } from './compare.ts';
import { demand, demandScores } from './invalid-option.error.ts';
import { insufficient, type InsufficientData, type Side } from './outcome.ts';

export interface EwmaOptions {
  /** What the average starts from: the mean to be expected. */
  readonly target: number;
  /** Standard deviation of a single score, in its unit; more than 0. */
  readonly sd: number;
  /** Weight of the newest score, more than 0 and at most 1; 0.2 unless told. */
  readonly lambda?: number | undefined;
  /** How many standard deviations of the average away the limits lie; 3 unless told. */
  readonly sigmas?: number | undefined;
  /** Limits by the exact variance after each score (true unless told), or by the one it tends to. */
  readonly exact?: boolean | undefined;
}

export interface EwmaPoint {
  /** The average after this score. */
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly side: Side | null;
}

export interface EwmaState {
  readonly count: number;
  readonly value: number;
}

export interface Ewma {
  readonly outcome: 'computed';
  readonly points: readonly EwmaPoint[];
  /** The limits that the newest score was held against. */
  readonly limits: { readonly lower: number; readonly centre: number; readonly upper: number };
  readonly signals: readonly { readonly index: number; readonly side: Side; readonly value: number }[];
}

export const ewmaStart = ({ target }: EwmaOptions): EwmaState => ({ count: 0, value: target });

/** The average after one more score, with the limits that hold for it. */
export function ewmaNext(
  { count, value: before }: EwmaState,
  score: number,
  { target, sd, lambda = 0.2, sigmas = 3, exact = true }: EwmaOptions,
): EwmaPoint {
  const value = lambda * score + (1 - lambda) * before;
  const settled = exact ? 1 - (1 - lambda) ** (2 * (count + 1)) : 1;
  const reach = sigmas * sd * Math.sqrt((lambda / (2 - lambda)) * settled);
  const [lower, upper] = [target - reach, target + reach];
  return {
    value,
    lower,
    upper,
    side: isAbove(value, upper) ? 'above' : isAbove(lower, value) ? 'below' : null,
  };
}

/**
 * Exponentially weighted moving average z_t = λ·x_t + (1 − λ)·z_{t−1} from z₀ = target, with limits at
 * target ± sigmas · sd · √(λ / (2 − λ) · [1 − (1 − λ)^2t]). Roberts (1959), Technometrics 1:239–250; exact variance:
 * Lucas & Saccucci (1990), Technometrics 32:1–12. Needs one score.
 * @throws InvalidOption when an option lies outside of its range
 */
export function ewma(scores: readonly number[], options: EwmaOptions): Ewma | InsufficientData {
  demandScores(scores);
  demandEwma(options);
  const points: EwmaPoint[] = [];
  let state = ewmaStart(options);
  for (const score of scores) {
    const point = ewmaNext(state, score, options);
    points.push(point);
    state = { count: state.count + 1, value: point.value };
  }
  const last = points.at(-1);
  if (last === undefined) return insufficient(1, 0);
  return {
    outcome: 'computed',
    points,
    limits: { lower: last.lower, centre: options.target, upper: last.upper },
    signals: points.flatMap(({ side, value }, index) => (side ? [{ index, side, value }] : [])),
  };
}

/** @throws InvalidOption when an option lies outside of its range */
export function demandEwma({ target, sd, lambda = 0.2, sigmas = 3 }: EwmaOptions): void {
  demand(Number.isFinite(target), 'target', 'a finite number');
  demand(sd > 0, 'sd', 'more than 0');
  demand(lambda > 0 && lambda <= 1, 'lambda', 'more than 0 and at most 1');
  demand(sigmas > 0, 'sigmas', 'more than 0');
}
