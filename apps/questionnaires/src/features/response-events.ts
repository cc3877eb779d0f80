import {
  answersRepublished,
  answersSubmitted,
  answersVoided,
  responseSubmitted,
  responseVoided,
} from '@attune/contracts';
import { countedAnswers } from '../domain/check-answers.ts';
import type { Instrument } from '../domain/instrument.ts';
import type { AnsweredResponse, Response } from '../domain/response.ts';

/** That a client has answered, for everybody, and what the answers are, for scoring alone. */
export function submittedEvents(response: AnsweredResponse, instrument: Instrument, time: Date) {
  const envelope = { key: response.clientId, subject: response.responseId, time };
  const submitted = responseSubmitted.event({ ...envelope, data: responseData(response) });
  // Scoring does not know an instrument that has no scales.
  if (instrument.scales.length === 0) return [submitted];
  return [answersSubmitted.event({ ...envelope, data: answersData(response, instrument) }), submitted];
}

/** The answers of an earlier response, for scoring alone. */
export const republishedEvent = (response: AnsweredResponse, instrument: Instrument, time: Date) =>
  answersRepublished.event({
    ...{ key: response.clientId, subject: response.responseId, time },
    data: answersData(response, instrument),
  });

function responseData(response: Response) {
  const { responseId, requestId, clientId, sessionId, answeredAt, submittedAt, mode } = response;
  const instrument = { ...response.instrument };
  return { responseId, requestId, clientId, sessionId, instrument, answeredAt, submittedAt, mode };
}

const answersData = (response: AnsweredResponse, instrument: Instrument) => ({
  ...responseData(response),
  items: countedAnswers(instrument, response.answers).map(({ linkId, value }) => ({ linkId, value })),
});

/** The reason stays here: it is free text. */
export function voidedEvents({ responseId, clientId, instrument }: Response, time: Date) {
  const data = { responseId, clientId, instrument: { ...instrument }, voidedAt: time.toISOString() };
  const envelope = { key: clientId, subject: responseId, time };
  return [answersVoided.event({ ...envelope, data }), responseVoided.event({ ...envelope, data })];
}
