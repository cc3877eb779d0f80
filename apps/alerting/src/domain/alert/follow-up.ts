import type { Alert, AlertFact, EscalationLevel } from './alert.ts';
import { changed } from './change-alert.ts';
import type { Route } from './derive-route.ts';
import { answerOf } from './undo-answer.ts';

/** Somebody works on it, and has seen it by that. */
export function start(alert: Alert, by: string, now: Date): AlertFact {
  const acknowledgement = alert.acknowledgement ?? { by, at: now };
  const lastAnswer = answerOf(alert, by, now);
  const change = { acknowledgement, startedAt: now, snoozedUntil: null, lastAnswer };
  return { type: 'started', alert: changed(alert, 'start', now, change), by };
}

export interface SnoozeLimits {
  /** Days ahead at most. */
  readonly days: number;
  /** How often one alert may be put off. */
  readonly times: number;
}

/** Why an alert cannot be put off until then, or null where it can. A matter of safety never waits. */
export function whyNotSnooze(
  { concern, snoozes }: Pick<Alert, 'concern' | 'snoozes'>,
  until: Date,
  limits: SnoozeLimits,
  now: Date,
): 'safety' | 'too-often' | 'not-ahead' | 'too-far' | null {
  if (concern === 'safety') return 'safety';
  if (snoozes >= limits.times) return 'too-often';
  if (until <= now) return 'not-ahead';
  return until.getTime() - now.getTime() > limits.days * 24 * 60 * 60 * 1000 ? 'too-far' : null;
}

/** Seen, and put off. */
export function snooze(alert: Alert, by: string, until: Date, now: Date): AlertFact {
  const change = {
    acknowledgement: { by, at: now },
    startedAt: null,
    snoozedUntil: until,
    snoozes: alert.snoozes + 1,
    lastAnswer: answerOf(alert, by, now),
  };
  return { type: 'snoozed', alert: changed(alert, 'snooze', now, change), by };
}

/** The time of a snooze has passed: the alert waits again. */
export const wake = (alert: Alert, now: Date): AlertFact => ({
  type: 'reopened',
  alert: changed(alert, 'wake', now, {}),
  by: null,
});

/** What was closed is not over: it waits for whoever it is for now, as a pin held until it was closed. */
export const reopen = (alert: Alert, by: string, route: Route, now: Date): AlertFact => ({
  type: 'reopened',
  alert: changed(alert, 'reopen', now, {
    ...{ resolution: null, snoozes: 0, escalation: null, pinnedRecipientId: null, pinReason: null },
    ...route,
  }),
  by,
});

/**
 * Nobody has acknowledged it in time: first to the supervisors, then to the clinic lead; at once to the clinic lead
 * where nobody supervises. Null when it has gone all the way.
 */
export function escalate(alert: Alert, now: Date): AlertFact | null {
  const level = levelAfter(alert);
  if (level === null) return null;
  return { type: 'escalated', alert: changed(alert, 'escalate', now, { escalation: { level, at: now } }) };
}

function levelAfter({ escalation, watcherIds }: Alert): EscalationLevel | null {
  if (escalation?.level === 'clinic-lead') return null;
  return escalation === null && watcherIds.length > 0 ? 'supervisor' : 'clinic-lead';
}

/** What an alert does by the passing of time alone, if its time has come. */
export function elapse(alert: Alert, now: Date): AlertFact | null {
  if (alert.snoozedUntil !== null && alert.snoozedUntil <= now) return wake(alert, now);
  if (alert.status === 'open' && alert.acknowledgeBy !== null && alert.acknowledgeBy <= now)
    return escalate(alert, now);
  return null;
}
