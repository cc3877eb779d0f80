import { isAtLeast } from './compare.ts';
import { demand, demandScores } from './invalid-option.error.ts';
import { insufficient, type Direction, type InsufficientData } from './outcome.ts';

export interface FallSinceLastOptions {
  /** The smallest change for the worse that signals, in the unit of the scale; more than 0. */
  readonly by: number;
  /** Which way is better; `higher-is-better` unless told. */
  readonly direction?: Direction | undefined;
}

export interface FallSinceLast {
  readonly outcome: 'computed';
  /** How much worse each score is than the one before, negative when it is better; null for the first. */
  readonly falls: readonly (number | null)[];
  readonly limits: { readonly by: number };
  readonly signals: readonly { readonly index: number; readonly fall: number }[];
}

/** How much worse a score is than the one before it. */
export const fallBetween = (
  previous: number,
  score: number,
  { direction = 'higher-is-better' }: Pick<FallSinceLastOptions, 'direction'>,
): number => (direction === 'higher-is-better' ? previous - score : score - previous);

/**
 * Scores that are worse than the one just before by at least `by`. The Session Rating Scale's rule of practice is a fall
 * of 1 point in 40: Duncan, Miller, Sparks et al. (2003), J Brief Therapy 3:3–12. Needs two scores.
 * @throws InvalidOption when `by` is not more than 0
 */
export function fallSinceLast(
  scores: readonly number[],
  options: FallSinceLastOptions,
): FallSinceLast | InsufficientData {
  demandScores(scores);
  demandFall(options);
  if (scores.length < 2) return insufficient(2, scores.length);
  const falls = scores.map((score, index) =>
    index === 0 ? null : fallBetween(scores[index - 1] as number, score, options),
  );
  return {
    outcome: 'computed',
    falls,
    limits: { by: options.by },
    signals: falls.flatMap((fall, index) =>
      fall !== null && isAtLeast(fall, options.by) ? [{ index, fall }] : [],
    ),
  };
}

/** @throws InvalidOption when `by` is not more than 0 */
export function demandFall({ by }: FallSinceLastOptions): void {
  demand(by > 0 && Number.isFinite(by), 'by', 'more than 0');
}
