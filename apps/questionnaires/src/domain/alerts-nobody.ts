import { riskItems } from '@attune/clinical';
import { countedAnswers } from './check-answers.ts';
import type { Instrument } from './instrument.ts';
import type { AnsweredResponse } from './response.ts';

/** As long as alerting takes an answer for news. */
const newsForMs = 14 * 24 * 60 * 60 * 1000;

/**
 * Whether something about harm was answered so long ago that nobody is alerted: whoever brings it in is told, because
 * nobody else is.
 */
export function alertsNobody(
  instrument: Instrument,
  { answers, answeredAt, submittedAt }: Pick<AnsweredResponse, 'answers' | 'answeredAt' | 'submittedAt'>,
): boolean {
  if (Date.parse(submittedAt) - Date.parse(answeredAt) <= newsForMs) return false;
  return riskItems(instrument, countedAnswers(instrument, answers)).length > 0;
}
