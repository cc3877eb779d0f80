import type { Concern } from '@attune/clinical';
import { severityOf, untouched, type Alert, type AlertFact } from '../alert/alert.ts';
import type { Signal } from '../alert/signal.ts';
import { addSignal, withdrawSignal } from '../alert/change-alert.ts';
import type { Route } from '../alert/derive-route.ts';
import { escalate } from '../alert/follow-up.ts';
import type { Found, SeriesReview } from './review-series.ts';

export interface ClientAlerts {
  readonly clientId: string;
  /** Every unresolved alert, and closed ones whose signals may still matter. */
  readonly alerts: readonly Alert[];
  readonly route: Route;
}

/** Signals that nobody has taken back, of closed alerts too. */
export const standingSignals = (alerts: readonly Alert[]): Signal[] =>
  alerts.flatMap(({ signals }) => signals).filter((signal) => !signal.withdrawn);

/** What a review of a client's scores means for the client's alerts. */
export function recordScores(
  client: ClientAlerts,
  { found, refuted }: Pick<SeriesReview, 'found' | 'refuted'>,
  now: Date,
  newId: () => string,
): AlertFact[] {
  // New signals first: otherwise an alert that they keep alive would be closed and raised again.
  const facts = addFound(client, found, now, newId);
  return refuted.reduce(
    (all, signal) => [...all, ...takeBack(current(client.alerts, all), signal, now)],
    facts,
  );
}

function addFound(
  client: ClientAlerts,
  found: readonly Found[],
  now: Date,
  newId: () => string,
): AlertFact[] {
  const concerns = [...new Set(found.map(({ concern }) => concern))];
  return concerns.flatMap((concern) => {
    const news = found.filter((each) => each.concern === concern);
    const facts = addNews(client, concern, news, now, newId);
    return news.some(({ supervised }) => supervised) ? [...facts, ...goUp(facts.at(-1)?.alert, now)] : facts;
  });
}

/** To the supervisors at once, because a rule says so; where nobody supervises, or it went up before, nothing changes. */
function goUp(alert: Alert | undefined, now: Date): AlertFact[] {
  if (!alert || alert.status !== 'open' || alert.escalation !== null || alert.watcherIds.length === 0)
    return [];
  const fact = escalate(alert, now);
  return fact ? [fact] : [];
}

function addNews(
  client: ClientAlerts,
  concern: Concern,
  news: readonly Found[],
  now: Date,
  newId: () => string,
): AlertFact[] {
  const open = client.alerts.find((alert) => alert.concern === concern && alert.status !== 'resolved');
  if (!open) return [raise(client, concern, news, now, newId)];
  return news.reduce<AlertFact[]>((facts, { signal, submittedAt }) => {
    const alert = facts.at(-1)?.alert ?? open;
    return [...facts, addSignal(alert, { signalId: newId(), ...signal }, submittedAt, now)];
  }, []);
}

function raise(
  { clientId, route }: ClientAlerts,
  concern: Concern,
  found: readonly Found[],
  now: Date,
  newId: () => string,
): AlertFact {
  const alertId = newId();
  const signals = found.map(({ signal }) => ({ signalId: newId(), ...signal }));
  const submittedAt = found.at(-1)?.submittedAt ?? null;
  const stamps = { version: 1, raisedAt: now, changedAt: now, submittedAt };
  const alert: Alert = {
    alertId,
    clientId,
    concern,
    severity: severityOf(signals),
    signals,
    attendance: [],
    ...untouched,
    ...route,
    ...stamps,
  };
  return { type: 'raised', alert };
}

function takeBack(alerts: readonly Alert[], { signalId }: Signal, now: Date): AlertFact[] {
  const alert = alerts.find(({ signals }) => signals.some((signal) => signal.signalId === signalId));
  return alert ? withdrawSignal(alert, signalId, now) : [];
}

/** The alerts as the facts so far have left them. */
function current(alerts: readonly Alert[], facts: readonly AlertFact[]): Alert[] {
  const latest = new Map(
    [...alerts, ...facts.map(({ alert }) => alert)].map((alert) => [alert.alertId, alert]),
  );
  return [...latest.values()];
}
