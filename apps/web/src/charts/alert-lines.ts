import type { Alert, Signal } from '../api/alerts.ts';
import type { Series } from '../api/caseload.ts';

/** What of an alert still stands and is about this scale. */
export const signalsOn = (series: Series, { signals }: Alert): readonly Signal[] =>
  signals.filter(
    ({ withdrawn, instrument, scale }) =>
      !withdrawn && instrument.url === series.instrumentUrl && scale === series.scale,
  );

/** Detectors whose threshold is a score that the answer itself was held against. */
const heldAgainst = ['expected-score', 'own-baseline', 'individuals'];

/** What score each answer that raised an alert was held against; of several the one that is met first. */
export function boundsOf(series: Series, alerts: readonly Alert[]): ReadonlyMap<string, number> {
  const first = series.higherIsBetter ? Math.max : Math.min;
  const bounds = new Map<string, number>();
  for (const { responseId, detector, threshold } of alerts.flatMap((alert) => signalsOn(series, alert))) {
    if (heldAgainst.includes(detector))
      bounds.set(responseId, first(threshold, bounds.get(responseId) ?? threshold));
  }
  return bounds;
}

/** From when on, and at which score, a rupture counts as repaired that has not been so far. */
export interface Target {
  readonly from: number;
  readonly value: number;
}

/** That of the latest rupture; null where none is open. */
export function targetOf(series: Series, alerts: readonly Alert[]): Target | null {
  const times = new Map(
    series.points.map(({ responseId, answeredAt }) => [responseId, Date.parse(answeredAt)]),
  );
  const targets = alerts.flatMap((alert) => {
    if (alert.repair === null || alert.repair.status === 'repaired') return [];
    const at = signalsOn(series, alert).flatMap(({ responseId }) => times.get(responseId) ?? []);
    return at.length === 0 ? [] : [{ from: Math.max(...at), value: alert.repair.target }];
  });
  return targets.toSorted((one, other) => one.from - other.from).at(-1) ?? null;
}
