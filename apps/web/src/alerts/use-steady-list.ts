import { useState } from 'react';
import type { Alert } from '../api/alerts.ts';

const none: readonly Alert[] = [];

/**
 * Lets a list grow without moving: alerts that were there stay in their place and are brought up to date; new ones
 * wait until they are asked for, unless the list is empty.
 */
export function useSteadyList(items: readonly Alert[] = none) {
  const [known, setKnown] = useState<readonly string[] | null>(null);
  const ids = items.map(({ alertId }) => alertId);
  if (known === null && items !== none) setKnown(ids);
  if (known !== null && known.length === 0 && ids.length > 0) setKnown(ids);
  const shown = items.filter(({ alertId }) => known?.includes(alertId) ?? true);
  return {
    shown,
    fresh: items.length - shown.length,
    showFresh: () => {
      setKnown(ids);
    },
    showAll: (all: readonly Alert[]) => {
      setKnown(all.map(({ alertId }) => alertId));
    },
  };
}
