import type { Answer } from './answer.ts';
import { answerTimeFault } from './answer-time.ts';
import { checkAnswers } from './check-answers.ts';
import type { Instrument, InstrumentRef } from './instrument.ts';
import type { Mismatch } from './mismatch.ts';
import type { AnsweredResponse } from './response.ts';

/** A response from before Attune, with an id that its sender gives: importing it again changes nothing. */
export interface HistoricalResponse {
  readonly responseId: string;
  readonly clientId: string;
  readonly instrument: InstrumentRef;
  readonly sessionId?: string | null | undefined;
  readonly answeredAt: string;
  readonly answers: readonly Answer[];
}

export interface Known {
  readonly clients: ReadonlySet<string>;
  readonly instrument: (ref: InstrumentRef) => Instrument | null;
}

export interface CheckedImport {
  readonly mismatches: readonly Mismatch[];
  readonly responses: readonly AnsweredResponse[];
}

/** Holds each row against what is known. One that does not fit refuses them all: half an import helps nobody. */
export function checkImport(rows: readonly HistoricalResponse[], known: Known, now: Date): CheckedImport {
  const mismatches: Mismatch[] = [];
  const responses: AnsweredResponse[] = [];
  const ids = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const at = `/responses/${index}`;
    const instrument = known.instrument(row.instrument);
    const time = answerTimeFault(row.answeredAt, now);
    const checked = instrument ? checkAnswers(instrument, row.answers, `${at}/answers`) : undefined;
    const faults = [
      ...(ids.has(row.responseId) ? [{ pointer: `${at}/responseId`, detail: 'Name a response once.' }] : []),
      ...(known.clients.has(row.clientId)
        ? []
        : [{ pointer: `${at}/clientId`, detail: 'No such client is known here, or not yet.' }]),
      ...(time === undefined ? [] : [{ pointer: `${at}/answeredAt`, detail: time }]),
      ...(instrument ? [] : [{ pointer: `${at}/instrument`, detail: 'There is no such version.' }]),
      ...(checked?.mismatches ?? []),
    ];
    ids.add(row.responseId);
    mismatches.push(...faults);
    if (faults.length === 0 && checked?.mismatches === undefined && checked) {
      responses.push(toResponse(row, checked.answers, now));
    }
  }
  return { mismatches, responses };
}

const toResponse = (
  { responseId, clientId, sessionId = null, instrument, answeredAt }: HistoricalResponse,
  answers: readonly Answer[],
  now: Date,
): AnsweredResponse => ({
  responseId,
  requestId: null,
  clientId,
  sessionId,
  instrument,
  answeredAt: new Date(answeredAt).toISOString(),
  submittedAt: now.toISOString(),
  mode: 'import',
  answers,
});
