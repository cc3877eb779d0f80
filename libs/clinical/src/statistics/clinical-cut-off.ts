import { demand, demandScores } from './invalid-option.error.ts';
import type { Direction } from './outcome.ts';
import { isClinical } from './reliable-change.ts';

/** Mean and standard deviation of a scale in one population, in the scale's unit. */
export interface Population {
  readonly mean: number;
  readonly sd: number;
}

export interface ClinicalCutOffOptions {
  /** Those in treatment. */
  readonly clinical: Population;
  /** Those who are not. */
  readonly normative: Population;
}

export interface ClinicalCutOff {
  readonly outcome: 'computed';
  /** Which way is better: towards the normative mean. */
  readonly direction: Direction;
  readonly limits: {
    /** Two standard deviations from the clinical mean, towards the normative one. */
    readonly a: number;
    /** Two standard deviations from the normative mean, towards the clinical one. */
    readonly b: number;
    /** Where a score is as likely in one population as in the other, each mean weighted by the other's SD. */
    readonly c: number;
  };
  /** Scores on the clinical side of c. */
  readonly signals: readonly { readonly index: number; readonly score: number }[];
}

/**
 * The three cut-offs between a clinical and a normative population:
 * c = (SD_c · M_n + SD_n · M_c) / (SD_c + SD_n). Jacobson & Truax (1991), J Consult Clin Psychol 59:12–19.
 * Scores are optional.
 * @throws InvalidOption when a standard deviation is not more than 0 or the means are equal
 */
export function clinicalCutOff(
  scores: readonly number[],
  { clinical, normative }: ClinicalCutOffOptions,
): ClinicalCutOff {
  demandScores(scores);
  demand(clinical.sd > 0, 'clinical/sd', 'more than 0');
  demand(normative.sd > 0, 'normative/sd', 'more than 0');
  demand(clinical.mean !== normative.mean, 'normative/mean', 'not the same as the clinical mean');
  const towards = Math.sign(normative.mean - clinical.mean);
  const direction = towards > 0 ? 'higher-is-better' : 'lower-is-better';
  const c = (clinical.sd * normative.mean + normative.sd * clinical.mean) / (clinical.sd + normative.sd);
  return {
    outcome: 'computed',
    direction,
    limits: {
      a: clinical.mean + towards * 2 * clinical.sd,
      b: normative.mean - towards * 2 * normative.sd,
      c,
    },
    signals: scores.flatMap((score, index) => (isClinical(score, c, direction) ? [{ index, score }] : [])),
  };
}
