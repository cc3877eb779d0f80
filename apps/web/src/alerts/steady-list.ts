import type { Alert } from '../api/alerts.ts';
import { rankAlerts } from './rank-alerts.ts';

/** The alerts that are shown, in their places, with how many signals each had. */
export type Known = ReadonlyMap<string, number>;

/** Takes these as shown from now on, those that need somebody first at the top. */
export const remember = (alerts: readonly Alert[]): Known =>
  new Map(rankAlerts(alerts).map(({ alertId, signals }) => [alertId, signals.length]));

/** What is shown, each in its place and as it is now. */
export function arrange(alerts: readonly Alert[], known: Known): Alert[] {
  const byId = new Map(alerts.map((alert) => [alert.alertId, alert]));
  return [...known.keys()].flatMap((id) => byId.get(id) ?? []);
}

/** What has come since: alerts that are not shown, and shown ones with a further signal. */
export function freshOf(alerts: readonly Alert[], known: Known): { added: number; changed: number } {
  return {
    added: alerts.filter(({ alertId }) => !known.has(alertId)).length,
    changed: alerts.filter(({ alertId, signals }) => signals.length > (known.get(alertId) ?? Infinity))
      .length,
  };
}
