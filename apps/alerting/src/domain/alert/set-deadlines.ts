import { graver, type Alert, type AlertFact } from './alert.ts';

/** When an alert that opens at an instant must be acknowledged. */
export type Deadline = (alert: Pick<Alert, 'concern' | 'severity'>, from: Date) => Date;

/**
 * Gives every alert that waits for somebody new the time by which it is to be acknowledged, and takes it from those that
 * wait for nobody. Another recipient begins anew; a further signal as grave as those before does not gain time.
 */
export function setDeadlines(
  facts: readonly AlertFact[],
  before: readonly Alert[],
  deadline: Deadline,
): AlertFact[] {
  const latest = new Map(before.map((alert) => [alert.alertId, alert]));
  return facts.map((fact) => {
    const alert = timed(fact, latest.get(fact.alert.alertId), deadline);
    latest.set(alert.alertId, alert);
    return { ...fact, alert };
  });
}

function timed({ type, alert }: AlertFact, before: Alert | undefined, deadline: Deadline): Alert {
  // It stands as it did before, with the deadline that it had then.
  if (type === 'answer-withdrawn') return alert;
  if (alert.status !== 'open') return { ...alert, acknowledgeBy: null };
  if (type === 'escalated') {
    const last = alert.escalation?.level === 'clinic-lead';
    return { ...alert, acknowledgeBy: last ? null : deadline(alert, alert.changedAt) };
  }
  const begins = before === undefined || before.status !== 'open' || before.recipientId !== alert.recipientId;
  if (begins) return { ...alert, escalation: null, acknowledgeBy: deadline(alert, alert.changedAt) };
  const kept = { ...alert, acknowledgeBy: before.acknowledgeBy, escalation: before.escalation };
  if (!graver(alert.severity, before.severity) || before.acknowledgeBy === null) return kept;
  const sooner = deadline(alert, alert.changedAt);
  return sooner < before.acknowledgeBy ? { ...kept, acknowledgeBy: sooner } : kept;
}
