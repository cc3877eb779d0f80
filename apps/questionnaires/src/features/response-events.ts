import {
  answersRepublished,
  answersSubmitted,
  answersVoided,
  responseSubmitted,
  responseVoided,
} from '@attune/contracts';
import type { AnsweredResponse, Response } from '../domain/response.ts';

/** That a client has answered, for everybody, and what the answers are, for scoring alone. */
export function submittedEvents(response: AnsweredResponse, time: Date) {
  const envelope = { key: response.clientId, subject: response.responseId, time };
  return [
    answersSubmitted.event({ ...envelope, data: answersData(response) }),
    responseSubmitted.event({ ...envelope, data: responseData(response) }),
  ];
}

/** The answers of an earlier response, for scoring alone. */
export const republishedEvent = (response: AnsweredResponse, time: Date) =>
  answersRepublished.event({
    ...{ key: response.clientId, subject: response.responseId, time },
    data: answersData(response),
  });

function responseData(response: Response) {
  const { responseId, requestId, clientId, sessionId, answeredAt, submittedAt, mode } = response;
  const instrument = { ...response.instrument };
  return { responseId, requestId, clientId, sessionId, instrument, answeredAt, submittedAt, mode };
}

const answersData = (response: AnsweredResponse) => ({
  ...responseData(response),
  items: response.answers.map((each) => ({ ...each })),
});

/** The reason stays here: it is free text. */
export function voidedEvents({ responseId, clientId, instrument }: Response, time: Date) {
  const data = { responseId, clientId, instrument: { ...instrument }, voidedAt: time.toISOString() };
  const envelope = { key: clientId, subject: responseId, time };
  return [answersVoided.event({ ...envelope, data }), responseVoided.event({ ...envelope, data })];
}
