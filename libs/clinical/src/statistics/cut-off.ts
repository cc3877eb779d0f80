import { demand, demandScores } from './invalid-option.error.ts';
import { insufficient, type Direction, type InsufficientData } from './outcome.ts';
import { isClinical } from './reliable-change.ts';

export interface CutOffOptions {
  /** In the unit of the scale. */
  readonly cutoff: number;
  /** Which way is better; `higher-is-better` unless told. */
  readonly direction?: Direction | undefined;
}

export interface CutOff {
  readonly outcome: 'computed';
  readonly limits: { readonly cutoff: number };
  readonly signals: readonly { readonly index: number; readonly score: number }[];
}

/**
 * Scores on the worrying side of a fixed cut-off, read as instruments print it: "below 36" where higher is better, "10
 * or more" where lower is. Needs one score.
 * @throws InvalidOption when the cut-off is not a finite number
 */
export function cutOff(
  scores: readonly number[],
  { cutoff, direction = 'higher-is-better' }: CutOffOptions,
): CutOff | InsufficientData {
  demandScores(scores);
  demand(Number.isFinite(cutoff), 'cutoff', 'a finite number');
  if (scores.length === 0) return insufficient(1, 0);
  return {
    outcome: 'computed',
    limits: { cutoff },
    signals: scores.flatMap((score, index) =>
      isClinical(score, cutoff, direction) ? [{ index, score }] : [],
    ),
  };
}
