import { nextStatus, type AlertAction } from './alert-lifecycle.ts';
import {
  graver,
  severityOf,
  type Alert,
  type AlertFact,
  type HumanOutcome,
  type Resolution,
} from './alert.ts';
import type { Route } from './derive-route.ts';
import { answerOf } from './undo-answer.ts';
import type { AttendanceSignal, Signal } from './signal.ts';

/** The alert after an action that its state allows. */
export function changed(alert: Alert, action: AlertAction, now: Date, change: Partial<Alert>): Alert {
  const status = nextStatus(alert.status, action);
  const anew = status === 'open' ? { acknowledgement: null, startedAt: null, snoozedUntil: null } : {};
  const since = { lastAnswer: null, version: alert.version + 1, changedAt: now };
  return { ...alert, ...since, ...anew, ...change, status };
}

/** A change that takes nothing from what anybody has said about the alert. */
export const quietly = (alert: Alert, change: Partial<Alert>, now: Date): Alert => ({
  ...alert,
  ...change,
  version: alert.version + 1,
  changedAt: now,
});

export function addSignal(alert: Alert, signal: Signal, submittedAt: Date, now: Date): AlertFact {
  const signals = [...alert.signals, signal];
  return { type: 'signal-added', alert: joined(alert, { signals, submittedAt }, signals, now) };
}

export function addAttendance(alert: Alert, signal: AttendanceSignal, now: Date): AlertFact {
  const attendance = [...alert.attendance, signal];
  return { type: 'signal-added', alert: joined(alert, { attendance }, attendance, now) };
}

function joined(alert: Alert, change: Partial<Alert>, signals: Parameters<typeof severityOf>[0], now: Date) {
  const severity = severityOf(signals);
  // Another answer about harm is news, whatever was said about the one before.
  const anew = alert.concern === 'safety' || graver(severity, alert.severity);
  const action = anew ? 'worsen' : 'add-signal';
  return changed(alert, action, now, { ...change, severity });
}

/** Takes one signal back; an alert for which nothing speaks any more is closed as `withdrawn`. */
export function withdrawSignal(alert: Alert, signalId: string, now: Date): AlertFact[] {
  const without = <Each extends { signalId: string; withdrawn: boolean }>(signals: readonly Each[]) =>
    signals.map((signal) => (signal.signalId === signalId ? { ...signal, withdrawn: true } : signal));
  const [signals, attendance] = [without(alert.signals), without(alert.attendance)];
  const all = [...signals, ...attendance];
  const change = { signals, attendance, severity: severityOf(all) };
  const after = changed(alert, 'withdraw-signal', now, change);
  const fact: AlertFact = { type: 'signal-withdrawn', alert: after };
  if (after.status === 'resolved' || all.some((signal) => !signal.withdrawn)) return [fact];
  const resolution = { outcome: 'withdrawn', by: null, at: now, useful: null } as const;
  return [fact, close(after, 'withdraw', resolution, now)];
}

export function acknowledge(alert: Alert, by: string, now: Date): AlertFact {
  const change = { acknowledgement: { by, at: now }, lastAnswer: answerOf(alert, by, now) };
  return { type: 'acknowledged', alert: changed(alert, 'acknowledge', now, change), by };
}

export function resolve(
  alert: Alert,
  by: string,
  { outcome, useful = null }: { readonly outcome: HumanOutcome; readonly useful?: boolean | null },
  now: Date,
): AlertFact {
  return close(alert, 'resolve', { outcome, by, at: now, useful }, now);
}

/** Where there was no rupture, or no care any more, there is nothing to be repaired. */
const beyondRepair: readonly Resolution['outcome'][] = ['not-a-rupture', 'care-ended', 'withdrawn'];

function close(alert: Alert, action: 'resolve' | 'withdraw', resolution: Resolution, now: Date): AlertFact {
  const repair = beyondRepair.includes(resolution.outcome) ? null : alert.repair;
  const after = changed(alert, action, now, { resolution, repair, snoozedUntil: null });
  return { type: 'resolved', alert: after, resolution };
}

/** Follows the care relationships; a pinned alert keeps its recipient. No fact when nobody's part in it changes. */
export function reroute(alert: Alert, route: Route, now: Date): AlertFact | null {
  const { watcherIds } = route;
  const recipientId = alert.pinnedRecipientId ?? route.recipientId;
  const sameWatchers = watcherIds.join() === alert.watcherIds.join();
  if (recipientId === alert.recipientId && sameWatchers) return null;
  return moved(
    alert,
    recipientId === alert.recipientId ? 'keep' : 'reroute',
    { recipientId, watcherIds },
    now,
  );
}

export interface Pin {
  readonly recipientId: string;
  readonly reason: string | null;
}

/**
 * Pins the alert to a person by hand, whatever care relationships that person has. The pin holds until the alert is
 * resolved or somebody lifts it (`null`): the care relationships of that moment then decide again.
 */
export function reassign(alert: Alert, pin: Pin | null, route: Route, now: Date): AlertFact {
  const { watcherIds } = route;
  const recipientId = pin?.recipientId ?? route.recipientId;
  const pinned = { pinnedRecipientId: pin?.recipientId ?? null, pinReason: pin?.reason ?? null };
  return moved(alert, 'reassign', { ...pinned, recipientId, watcherIds }, now);
}

function moved(
  alert: Alert,
  action: 'keep' | 'reroute' | 'reassign',
  change: Partial<Alert>,
  now: Date,
): AlertFact {
  // Somebody else watching takes nothing from the word of the recipient who acknowledged.
  const after = action === 'keep' ? quietly(alert, change, now) : changed(alert, action, now, change);
  return { type: 'rerouted', alert: after, previousRecipientId: alert.recipientId };
}
