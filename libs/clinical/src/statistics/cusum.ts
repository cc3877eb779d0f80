import { isAbove } from './compare.ts';
import { demand, demandScores } from './invalid-option.error.ts';
import { insufficient, type InsufficientData, type Side } from './outcome.ts';

export interface CusumOptions {
  /** The mean to be expected. */
  readonly target: number;
  /** Standard deviation of a single score, in its unit; more than 0. */
  readonly sd: number;
  /** Allowance in standard deviations, half the shift that matters; 0.5 unless told. */
  readonly k?: number | undefined;
  /** Decision interval in standard deviations; 5 unless told. */
  readonly h?: number | undefined;
  /** Whether a sum starts again from 0 after it has signalled; false unless told. */
  readonly reset?: boolean | undefined;
}

export interface CusumState {
  /** Sums of what lay above and below the target by more than the allowance, in the unit of the scores. */
  readonly upper: number;
  readonly lower: number;
}

export interface CusumPoint extends CusumState {
  readonly sides: readonly Side[];
}

export interface Cusum {
  readonly outcome: 'computed';
  readonly points: readonly CusumPoint[];
  readonly limits: {
    /** k and h in the unit of the scores. */
    readonly allowance: number;
    readonly decisionInterval: number;
  };
  readonly signals: readonly { readonly index: number; readonly side: Side; readonly value: number }[];
}

export const cusumStart: CusumState = { upper: 0, lower: 0 };

/** Both sums after one more score, and the sides on which they exceed the decision interval. */
export function cusumNext(
  { upper, lower }: CusumState,
  score: number,
  { target, sd, k = 0.5, h = 5 }: CusumOptions,
): CusumPoint {
  const next = {
    upper: Math.max(0, upper + score - target - k * sd),
    lower: Math.max(0, lower + target - score - k * sd),
  };
  const sides: Side[] = [];
  if (isAbove(next.upper, h * sd)) sides.push('above');
  if (isAbove(next.lower, h * sd)) sides.push('below');
  return { ...next, sides };
}

/** What the next score goes on from: the sums, those that have signalled set back when the options say so. */
export function cusumCarried(
  { upper, lower, sides }: CusumPoint,
  { reset = false }: CusumOptions,
): CusumState {
  if (!reset) return { upper, lower };
  return { upper: sides.includes('above') ? 0 : upper, lower: sides.includes('below') ? 0 : lower };
}

/**
 * Tabular cumulative sums C⁺ = max(0, x − (target + K) + C⁺), C⁻ = max(0, (target − K) − x + C⁻) with K = k · sd; a
 * signal is where a sum exceeds H = h · sd. Page (1954), Biometrika 41:100–115; Montgomery, Introduction to statistical
 * quality control, 9.1. Needs one score.
 * @throws InvalidOption when an option lies outside of its range
 */
export function cusum(scores: readonly number[], options: CusumOptions): Cusum | InsufficientData {
  demandScores(scores);
  demandCusum(options);
  if (scores.length === 0) return insufficient(1, 0);
  const points: CusumPoint[] = [];
  let state = cusumStart;
  for (const score of scores) {
    const point = cusumNext(state, score, options);
    points.push(point);
    state = cusumCarried(point, options);
  }
  const { sd, k = 0.5, h = 5 } = options;
  return {
    outcome: 'computed',
    points,
    limits: { allowance: k * sd, decisionInterval: h * sd },
    signals: points.flatMap(({ sides, upper, lower }, index) =>
      sides.map((side) => ({ index, side, value: side === 'above' ? upper : lower })),
    ),
  };
}

/** @throws InvalidOption when an option lies outside of its range */
export function demandCusum({ target, sd, k = 0.5, h = 5 }: CusumOptions): void {
  demand(Number.isFinite(target), 'target', 'a finite number');
  demand(sd > 0, 'sd', 'more than 0');
  demand(k >= 0, 'k', '0 or more');
  demand(h > 0, 'h', 'more than 0');
}
