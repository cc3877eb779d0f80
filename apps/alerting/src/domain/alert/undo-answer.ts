import type { Alert, AlertFact, LastAnswer } from './alert.ts';
import { AlertActionRefused } from '../alerting.errors.ts';

/** What is remembered of an answer, so that it can be taken back. */
export function answerOf(alert: Alert, by: string, at: Date): LastAnswer {
  const { status, acknowledgement, acknowledgeBy, startedAt, snoozedUntil, snoozes } = alert;
  return { by, at, before: { status, acknowledgement, acknowledgeBy, startedAt, snoozedUntil, snoozes } };
}

/** An answer is taken back by whoever gave it, and by nobody once anything has happened since. */
export const mayUndo = ({ lastAnswer }: Pick<Alert, 'lastAnswer'>, id: string) => lastAnswer?.by === id;

/**
 * Takes back an acknowledgement, a start or a snooze: the alert stands as it did before. It gains no time by that: a
 * deadline that has passed meanwhile has passed. What was closed is opened again instead, because others may have come
 * or gone since.
 * @throws AlertActionRefused when there is no such answer of this person
 */
export function undoAnswer(alert: Alert, by: string, now: Date): AlertFact {
  const { lastAnswer, version } = alert;
  if (lastAnswer?.by !== by) throw new AlertActionRefused('undo', alert.status);
  const since = { lastAnswer: null, version: version + 1, changedAt: now };
  return {
    ...{ type: 'answer-withdrawn', by, given: lastAnswer.at },
    alert: { ...alert, ...lastAnswer.before, ...since },
  };
}
