import { useEffect, useRef, useState } from 'preact/hooks';
import type { Trouble } from '../api.ts';
import { merge, unsaved } from './entries.ts';
import type { Kept } from './kept.ts';
import { Saving } from './saving.ts';

interface Props {
  readonly kept: Kept | null;
  readonly update: (change: (kept: Kept) => Kept) => void;
  /** While there is a form to be saved. */
  readonly active: boolean;
  readonly onClosed: (trouble: Trouble) => void;
}

/** Where the answers are: on the server, or on this device alone for now. */
export function useSaving({ kept, update, active, onClosed }: Props): 'none' | 'saved' | 'kept' {
  const [away, setAway] = useState(false);
  const latest = useRef(kept);
  latest.current = kept;
  const saving = useRef<Saving>(null);
  const token = kept?.token;

  useEffect(() => {
    if (!active || token === undefined) return undefined;
    const mine = new Saving(token, {
      unsaved: () => unsaved(latest.current?.entries ?? {}),
      onSaved: (draft) => {
        setAway(false);
        update((each) => ({
          ...each,
          entries: merge(each.entries, draft, each.form?.instrument.items ?? []),
        }));
      },
      onAway: () => {
        setAway(true);
      },
      onClosed,
    });
    saving.current = mine;
    const now = () => void mine.now();
    mine.soon();
    addEventListener('online', now);
    // The last moment in which a phone's page is sure to be heard.
    document.addEventListener('visibilitychange', now);
    return () => {
      mine.stop();
      removeEventListener('online', now);
      document.removeEventListener('visibilitychange', now);
    };
  }, [active, token]);

  const entries = kept?.entries;
  useEffect(() => {
    saving.current?.soon();
  }, [entries]);

  const all = Object.values(entries ?? {});
  if (all.length === 0) return 'none';
  if (away) return 'kept';
  // What is on its way is not announced: the line changes only when something is different for the client.
  return all.some(({ saved }) => saved) ? 'saved' : 'none';
}
