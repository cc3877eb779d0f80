import { useState } from 'react';

const carried = 'attune-drafts';

/** What is half written about alerts. It stays in this page's memory: notes are not left behind on a device. */
const drafts = new Map<string, string>(takeCarried());

/** Loads the app anew without losing what is half written: only for that moment it lies in the tab's own storage. */
export function loadAnew(): void {
  if (drafts.size > 0) sessionStorage.setItem(carried, JSON.stringify([...drafts]));
  location.reload();
}

function takeCarried(): [string, string][] {
  const kept = globalThis.sessionStorage?.getItem(carried);
  globalThis.sessionStorage?.removeItem(carried);
  return kept ? (JSON.parse(kept) as [string, string][]) : [];
}

/** A text that is still there when the card was closed, or another page looked at, meanwhile. */
export function useDraft(alertId: string, field: 'note' | 'closing') {
  const key = `${alertId} ${field}`;
  const [text, setText] = useState(() => drafts.get(key) ?? '');
  const write = (written: string) => {
    if (written === '') drafts.delete(key);
    else drafts.set(key, written);
    setText(written);
  };
  return [text, write] as const;
}
