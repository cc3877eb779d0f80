import { nextStatus, type AlertAction } from './alert-lifecycle.ts';
import { graver, severityOf, type Alert, type AlertFact, type HumanOutcome, type Signal } from './alert.ts';
import type { Route } from './derive-route.ts';

/** The alert after an action that its state allows. */
function changed(alert: Alert, action: AlertAction, now: Date, change: Partial<Alert>): Alert {
  const status = nextStatus(alert.status, action);
  const acknowledgement = status === 'open' ? null : alert.acknowledgement;
  return { ...alert, acknowledgement, ...change, status, version: alert.version + 1, changedAt: now };
}

export function addSignal(alert: Alert, signal: Signal, submittedAt: Date, now: Date): AlertFact {
  const signals = [...alert.signals, signal];
  const severity = severityOf(signals);
  const action = graver(severity, alert.severity) ? 'escalate' : 'add-signal';
  return { type: 'signal-added', alert: changed(alert, action, now, { signals, severity, submittedAt }) };
}

/** Takes one signal back; an alert for which nothing speaks any more is closed as `withdrawn`. */
export function withdrawSignal(alert: Alert, signalId: string, now: Date): AlertFact[] {
  const signals = alert.signals.map((signal) =>
    signal.signalId === signalId ? { ...signal, withdrawn: true } : signal,
  );
  const without = changed(alert, 'withdraw-signal', now, { signals, severity: severityOf(signals) });
  const fact: AlertFact = { type: 'signal-withdrawn', alert: without };
  if (without.status === 'resolved' || signals.some((signal) => !signal.withdrawn)) return [fact];
  const resolution = { outcome: 'withdrawn', by: null, at: now } as const;
  return [fact, { type: 'resolved', alert: changed(without, 'withdraw', now, { resolution }), resolution }];
}

export function acknowledge(alert: Alert, by: string, now: Date): AlertFact {
  const acknowledgement = { by, at: now };
  return { type: 'acknowledged', alert: changed(alert, 'acknowledge', now, { acknowledgement }), by };
}

export function resolve(alert: Alert, by: string, outcome: HumanOutcome, now: Date): AlertFact {
  const resolution = { outcome, by, at: now };
  return { type: 'resolved', alert: changed(alert, 'resolve', now, { resolution }), resolution };
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

const quietly = (alert: Alert, change: Partial<Alert>, now: Date): Alert => ({
  ...alert,
  ...change,
  version: alert.version + 1,
  changedAt: now,
});
