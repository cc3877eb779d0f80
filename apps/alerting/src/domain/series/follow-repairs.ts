import { ruptureAgain, startRepair, watchAgain, watchRepair, type RepairWatch } from '@attune/clinical';
import type { Alert, AlertFact } from '../alert/alert.ts';
import { quietly } from '../alert/change-alert.ts';
import type { SeriesReview } from './review-series.ts';
import { inOrder, type ScorePoint } from './score-series.ts';
import type { Signal } from '../alert/signal.ts';

/** What the rules have just said, about scores that are followed too. */
type Said = Pick<SeriesReview, 'found' | 'refuted'>;

interface Followed {
  readonly facts: AlertFact[];
  readonly counted: Alert[];
}

/** Whether what comes after it is to be watched. */
const isRupture = ({ concern }: Pick<Alert, 'concern'>) => concern === 'alliance';

/** The signal that the watch began with or, where that no longer stands, the first that does. */
function ruptureOf({ signals, repair }: Alert, refuted: readonly Signal[]): Signal | undefined {
  const taken = new Set(refuted.map(({ signalId }) => signalId));
  const standing = signals.filter(({ signalId, withdrawn }) => !withdrawn && !taken.has(signalId));
  return standing.find(({ signalId }) => signalId === repair?.ruptureId) ?? standing[0];
}

/**
 * Begins to watch the repair of what was raised or added to just now: what the client has to come back to is taken from
 * the scores before the rupture, once. A further signal while the client is not back belongs to the same rupture.
 * @param points the scores of the series that the alert rests on, in no order
 */
export function watchFrom(fact: AlertFact, points: readonly ScorePoint[]): AlertFact {
  const { alert } = fact;
  const rupture = alert.signals.findLast((signal) => !signal.withdrawn);
  if (!rupture || !begins(fact) || (alert.repair && alert.repair.status !== 'repaired')) return fact;
  const before = ruptureOf(alert, []);
  const isSameSeries = before?.scale === rupture.scale && before.instrument.url === rupture.instrument.url;
  const watch = alert.repair && isSameSeries ? watchAgain(alert.repair) : startedBy(alert, rupture, points);
  return { ...fact, alert: { ...alert, repair: watch && { ...watch, ruptureId: rupture.signalId } } };
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
 * What scores that have just come say about the ruptures that are being watched. One of which a rule says again that it
 * is a rupture is not back.
 * @param within how many scores the alliance is given to come back
 * @returns the alerts whose watch has moved; a fact only where it has come to an end
 */
export function followRepairs(
  alerts: readonly Alert[],
  arriving: readonly ScorePoint[],
  said: Said,
  within: number,
  now: Date,
): Followed {
  return follow(alerts, said, within, now, (rupture) => ({
    series: seriesOf(rupture, arriving).filter(({ responseId }) => responseId !== rupture.responseId),
    anew: false,
  }));
}

/** The same from the beginning of each watch, for a series in which something was corrected, voided or came late. */
export function recount(
  alerts: readonly Alert[],
  points: readonly ScorePoint[],
  said: Said,
  within: number,
  now: Date,
): Followed {
  return follow(alerts, said, within, now, (rupture) => {
    const series = seriesOf(rupture, points);
    const place = series.findIndex(({ responseId }) => responseId === rupture.responseId);
    return place < 0 ? null : { series: series.slice(place + 1), anew: true };
  });
}

/** @param scoresAfter which scores are to be counted after a rupture, and whether from the beginning of its watch */
function follow(
  alerts: readonly Alert[],
  said: Said,
  within: number,
  now: Date,
  scoresAfter: (rupture: Signal) => { series: readonly ScorePoint[]; anew: boolean } | null,
): Followed {
  const facts: AlertFact[] = [];
  const counted: Alert[] = [];
  const ruptures = ruptureScores(alerts, said);
  for (const alert of alerts) {
    const rupture = ruptureOf(alert, said.refuted);
    if (alert.repair?.status !== 'watching' || !rupture) continue;
    const after = scoresAfter(rupture);
    if (!after) continue;
    const watch = after.series.reduce<RepairWatch>(
      (each, { responseId, value }) =>
        ruptures.has(responseId) ? ruptureAgain(each, within) : watchRepair(each, value, within),
      after.anew ? watchAgain(alert.repair) : alert.repair,
    );
    const repair = { ...watch, ruptureId: rupture.signalId };
    if (repair.status !== 'watching')
      facts.push({ type: 'repair-observed', alert: quietly(alert, { repair }, now) });
    else if (repair.scores !== alert.repair.scores) counted.push({ ...alert, repair });
  }
  return { facts, counted };
}

/** The responses of which a rule says, and goes on saying, that they tell of a rupture. */
function ruptureScores(alerts: readonly Alert[], { found, refuted }: Said): Set<string> {
  const taken = new Set(refuted.map(({ signalId }) => signalId));
  const known = alerts.filter(isRupture).flatMap(({ signals }) => signals);
  const standing = known.filter(({ signalId, withdrawn }) => !withdrawn && !taken.has(signalId));
  const news = found.filter(isRupture).map(({ signal }) => signal);
  return new Set([...standing, ...news].map(({ responseId }) => responseId));
}

const seriesOf = ({ instrument, scale }: Signal, points: readonly ScorePoint[]) =>
  inOrder(points.filter((point) => point.instrument.url === instrument.url && point.scale === scale));
