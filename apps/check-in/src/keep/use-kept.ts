import { useRef, useState } from 'preact/hooks';
import type { Kept } from './kept.ts';
import { keep } from './tab.ts';

/** What is kept, on the page and on the device: each change is written down at once. */
export function useKept(start: Kept | null) {
  const [kept, setKept] = useState(start);
  const latest = useRef(start);
  const closed = useRef(false);
  const update = (change: (kept: Kept) => Kept) => {
    if (!latest.current) return;
    latest.current = change(latest.current);
    setKept(latest.current);
    if (!closed.current) keep(latest.current);
  };
  /** From here on nothing is written down any more: it was forgotten on purpose. */
  const close = () => {
    closed.current = true;
  };
  return { kept, update, close, current: () => latest.current };
}
