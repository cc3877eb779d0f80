import { answersSubmitted, answersVoided, responseSubmitted, responseVoided } from '@attune/contracts';
import type { AnsweredResponse, Response } from '../domain/response.ts';

/** That a client has answered, for everybody, and what the answers are, for scoring alone. */
export function submittedEvents(response: AnsweredResponse, time: Date) {
  const { answers, responseId, requestId, clientId, sessionId, answeredAt, submittedAt, mode } = response;
  const instrument = { ...response.instrument };
  const data = { responseId, requestId, clientId, sessionId, instrument, answeredAt, submittedAt, mode };
  const envelope = { key: clientId, subject: responseId, time };
  return [
    answersSubmitted.event({ ...envelope, data: { ...data, items: answers.map((each) => ({ ...each })) } }),
    responseSubmitted.event({ ...envelope, data }),
  ];
}

/** The reason stays here: it is free text. */
export function voidedEvents({ responseId, clientId, instrument }: Response, time: Date) {
  const data = { responseId, clientId, instrument: { ...instrument }, voidedAt: time.toISOString() };
  const envelope = { key: clientId, subject: responseId, time };
  return [answersVoided.event({ ...envelope, data }), responseVoided.event({ ...envelope, data })];
}
