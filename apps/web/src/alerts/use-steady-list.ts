import { useState } from 'react';
import type { Alert } from '../api/alerts.ts';
import { arrange, freshOf, type Known, remember } from './steady-list.ts';

const none: readonly Alert[] = [];

/**
 * Lets a list grow without moving: alerts that were there stay in their place and are brought up to date; new ones
 * wait until they are asked for, unless the list is empty.
 */
export function useSteadyList(items: readonly Alert[] = none) {
  const [known, setKnown] = useState<Known | null>(null);
  if (items !== none && (known === null || (known.size === 0 && items.length > 0))) setKnown(remember(items));
  const places = known ?? remember(items);
  return {
    shown: arrange(items, places),
    fresh: freshOf(items, places),
    /** Shows all of these from now on, in their order. */
    show: (all: readonly Alert[] = items) => {
      setKnown(remember(all));
    },
  };
}
