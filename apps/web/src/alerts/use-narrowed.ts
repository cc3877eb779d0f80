import { useState } from 'react';
import type { Alert } from '../api/alerts.ts';
import { belongs, type Narrowing } from './narrow.ts';

/**
 * The alerts that belong to what was asked for. One that has been among them stays until something else is asked for,
 * whatever it has become: a card does not go from under the cursor because it was acknowledged.
 */
export function useNarrowed(
  alerts: readonly Alert[],
  to: Narrowing | undefined,
  reader: { readonly personId: string | null; readonly now: number },
): readonly Alert[] {
  const [held, setHeld] = useState<{ to: Narrowing | undefined; ids: ReadonlySet<string> }>({
    to,
    ids: new Set(),
  });
  if (to === undefined) return alerts;
  const ids = held.to === to ? held.ids : new Set<string>();
  const come = alerts.filter((alert) => !ids.has(alert.alertId) && belongs(alert, to, reader));
  if (held.to !== to || come.length > 0) {
    setHeld({ to, ids: new Set([...ids, ...come.map(({ alertId }) => alertId)]) });
  }
  return alerts.filter((alert) => ids.has(alert.alertId) || come.includes(alert));
}
