import type { Alert, AlertFact } from '../alert/alert.ts';
import { severityOf, untouched } from '../alert/alert.ts';
import type { AttendanceReview } from './attendance.ts';
import { addAttendance, withdrawSignal } from '../alert/change-alert.ts';
import type { ClientAlerts } from '../series/record-scores.ts';
import type { AttendanceSignal } from '../alert/signal.ts';

/** Attendance signals that nobody has taken back, of closed alerts too. */
export const standingAttendance = (alerts: readonly Alert[]): AttendanceSignal[] =>
  alerts.flatMap(({ attendance }) => attendance).filter((signal) => !signal.withdrawn);

/** What a review of a client's coming and answering means for the client's alerts. */
export function recordAttendance(
  client: ClientAlerts,
  { found, refuted }: AttendanceReview,
  now: Date,
  newId: () => string,
): AlertFact[] {
  const signals = found.map((signal) => ({ signalId: newId(), ...signal }));
  let open = client.alerts.find(({ concern, status }) => concern === 'attendance' && status !== 'resolved');
  const facts: AlertFact[] = [];
  for (const signal of signals) {
    const fact = open ? addAttendance(open, signal, now) : raise(client, signal, now, newId());
    facts.push(fact);
    open = fact.alert;
  }
  for (const { signalId } of refuted) {
    const latest = [...client.alerts, ...facts.map(({ alert }) => alert)];
    const alert = latest.findLast(({ attendance }) => attendance.some((each) => each.signalId === signalId));
    if (alert) facts.push(...withdrawSignal(alert, signalId, now));
  }
  return facts;
}

function raise(
  { clientId, route }: ClientAlerts,
  signal: AttendanceSignal,
  now: Date,
  alertId: string,
): AlertFact {
  const about = { alertId, clientId, concern: 'attendance', severity: severityOf([signal]) } as const;
  const stamps = { version: 1, raisedAt: now, changedAt: now, submittedAt: null };
  const alert: Alert = { ...about, signals: [], attendance: [signal], ...untouched, ...route, ...stamps };
  return { type: 'raised', alert };
}
