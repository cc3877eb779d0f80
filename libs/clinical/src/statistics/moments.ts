/**
 * Count, mean and sum of squared deviations of the scores so far, kept so that one more score costs the same however
 * many came before: Welford (1962), Note on a method for calculating corrected sums of squares and products,
 * Technometrics 4:419–420.
 */
export interface Moments {
  readonly count: number;
  readonly mean: number;
  readonly squares: number;
}

export const noMoments: Moments = { count: 0, mean: 0, squares: 0 };

export function withScore({ count, mean, squares }: Moments, score: number): Moments {
  const delta = score - mean;
  const next = mean + delta / (count + 1);
  return { count: count + 1, mean: next, squares: squares + delta * (score - next) };
}

export const momentsOf = (scores: readonly number[]): Moments => scores.reduce(withScore, noMoments);

/** The sample's standard deviation (n − 1), in the unit of the scores; 0 for fewer than two. */
export const standardDeviation = ({ count, squares }: Moments): number =>
  count < 2 ? 0 : Math.sqrt(squares / (count - 1));
