import type { Instrument } from '../instrument/instrument.ts';
import { answerValues, type Answer } from './answer-values.ts';
import { scoreScale, type ScaleScore } from './score-scale.ts';

/** Which rules of calculation made a score; it changes when the same answers could score differently. */
export const scoringEngine = 'attune-clinical/3';

/**
 * Every scale of the instrument, scored from one response. The same input always gives the same scores.
 * @throws UnscorableResponse when the answers do not belong to the instrument.
 */
export function scoreResponse(instrument: Instrument, answers: readonly Answer[]): readonly ScaleScore[] {
  const values = answerValues(instrument, answers);
  return instrument.scales.map((scale) => scoreScale(scale, values, instrument.items));
}
