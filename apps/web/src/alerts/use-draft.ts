import { useState } from 'react';

const carried = 'attune-drafts';

/** What is half written about alerts. It stays in this page's memory: notes are not left behind on a device. */
const drafts = new Map<string, string>(takeCarried());

/** Before the page is loaded anew: only for that moment they lie in the tab's own storage. */
export function carryDrafts(): void {
  if (drafts.size > 0) sessionStorage.setItem(carried, JSON.stringify([...drafts]));
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
