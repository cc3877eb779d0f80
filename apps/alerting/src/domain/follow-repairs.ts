import { ruptureAgain, startRepair, watchRepair, type RepairWatch } from '@attune/clinical';
import type { Alert, AlertFact } from './alert.ts';
import { quietly } from './change-alert.ts';
import { inOrder, type ScorePoint } from './score-series.ts';
import type { Signal } from './signal.ts';

/** The score that a rupture is told by: the newest that a standing signal speaks about. */
const ruptureOf = ({ signals }: Alert): Signal | undefined => signals.findLast((signal) => !signal.withdrawn);

/** Whether what comes after it is to be watched. */
const isRupture = ({ concern }: Alert) => concern === 'alliance';

/**
 * Begins to watch the repair of what was raised or added to just now: what the client has to come back to is taken from
 * the scores before the rupture, once.
 * @param points the scores of the series that the alert rests on, in no order
 */
export function watchFrom(fact: AlertFact, points: readonly ScorePoint[]): AlertFact {
  const { alert } = fact;
  const rupture = ruptureOf(alert);
  if (!isRupture(alert) || !rupture || !begins(fact)) return fact;
  const repair = alert.repair ? ruptureAgain(alert.repair) : startedBy(alert, rupture, points);
  return { ...fact, alert: { ...alert, repair } };
}

export const begins = ({ type, alert }: AlertFact) =>
  isRupture(alert) && (type === 'raised' || type === 'signal-added');

function startedBy(alert: Alert, rupture: Signal, points: readonly ScorePoint[]): RepairWatch | null {
  const series = seriesOf(rupture, points);
  const place = series.findIndex(({ responseId }) => responseId === rupture.responseId);
  const before = series.slice(0, Math.max(place, 0)).map(({ value }) => value);
  const cutoffs = alert.signals
    .filter(
      ({ detector, withdrawn, scale }) =>
        detector === 'absolute-cut-off' && !withdrawn && scale === rupture.scale,
    )
    .map(({ threshold }) => threshold);
  return startRepair(before, { direction: rupture.direction, cutoff: cutoffs.at(-1) ?? null });
}

/**
 * What scores that have just come say about the ruptures that are being watched.
 * @param within how many scores the alliance is given to come back
 * @returns the alerts whose watch has moved; a fact only where it has come to an end
 */
export function followRepairs(
  alerts: readonly Alert[],
  arriving: readonly ScorePoint[],
  within: number,
  now: Date,
): { readonly facts: AlertFact[]; readonly counted: Alert[] } {
  const facts: AlertFact[] = [];
  const counted: Alert[] = [];
  for (const alert of alerts) {
    const rupture = ruptureOf(alert);
    if (alert.repair?.status !== 'watching' || !rupture) continue;
    const after = seriesOf(rupture, arriving).filter(({ responseId }) => responseId !== rupture.responseId);
    const repair = after.reduce((watch, { value }) => watchRepair(watch, value, within), alert.repair);
    if (repair.status !== 'watching')
      facts.push({ type: 'repair-observed', alert: quietly(alert, { repair }, now) });
    else if (repair.scores !== alert.repair.scores) counted.push({ ...alert, repair });
  }
  return { facts, counted };
}

/** The same from the beginning of each watch, for a series in which something was corrected, voided or came late. */
export function recount(
  alerts: readonly Alert[],
  points: readonly ScorePoint[],
  within: number,
  now: Date,
): ReturnType<typeof followRepairs> {
  const begun = alerts.map((alert) =>
    alert.repair?.status === 'watching' ? { ...alert, repair: ruptureAgain(alert.repair) } : alert,
  );
  const ruptures = new Map(alerts.map((alert) => [alert.alertId, ruptureOf(alert)]));
  const results = begun.map((alert) => {
    const rupture = ruptures.get(alert.alertId);
    const series = rupture ? seriesOf(rupture, points) : [];
    const place = series.findIndex(({ responseId }) => responseId === rupture?.responseId);
    return place < 0
      ? { facts: [], counted: [] }
      : followRepairs([alert], series.slice(place + 1), within, now);
  });
  return {
    facts: results.flatMap(({ facts }) => facts),
    counted: results.flatMap(({ counted }) => counted),
  };
}

const seriesOf = ({ instrument, scale }: Signal, points: readonly ScorePoint[]) =>
  inOrder(points.filter((point) => point.instrument.url === instrument.url && point.scale === scale));
