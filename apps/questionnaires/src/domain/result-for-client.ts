import { scoreResponse } from '@attune/clinical';
import type { Answer } from './answer.ts';
import { countedAnswers } from './check-answers.ts';
import type { Instrument } from './instrument.ts';
import { scoringKey } from './scoring-key.ts';

export interface ScaleResult {
  readonly title: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** The code of the band that it falls into, where the scale has any. */
  readonly band: string | null;
}

/**
 * What a client may see of their own answers, scored as scoring will score them a moment later. Scales that could not
 * be scored, and those that an expression computes, are left out.
 */
export function resultOf(instrument: Instrument, answers: readonly Answer[]): ScaleResult[] {
  const key = scoringKey(instrument);
  const scales = key.scales.filter(({ expression }) => expression === undefined);
  const given = countedAnswers(instrument, answers).map(({ linkId, value }) => ({ linkId, value }));
  const byCode = new Map(instrument.scales.map((scale) => [scale.code, scale]));
  return scoreResponse({ ...key, scales }, given).flatMap(({ scale: code, value, band }) => {
    const scale = byCode.get(code);
    if (!scale || value === null) return [];
    return { title: scale.title, value, min: scale.min, max: scale.max, band };
  });
}
