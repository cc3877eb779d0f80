import { passes, submit, tellTimings, troubleIn, type Trouble } from '../api.ts';
import type { Result } from '../form.ts';
import { put, readAll, remove } from './database.ts';
import type { Kept } from './kept.ts';

export type Outcome =
  | { readonly arrived: true; readonly result: readonly Result[] | null }
  | { readonly arrived: false; readonly trouble: Trouble };

/**
 * Sends what waits. However often, from the page and from behind it, it counts once: the key and the answers stay the
 * same. Everything here is forgotten when it has arrived, and when it never will.
 */
export async function send(kept: Kept): Promise<Outcome> {
  const { id, token, key, queued = [], queuedAt } = kept;
  try {
    const { result } = await submit(token, key, { answers: queued, answeredAt: queuedAt });
    await remove(id);
    await tellTimings(token, timingsOf(kept)).catch(() => undefined);
    return { arrived: true, result };
  } catch (error) {
    const trouble = troubleIn(error);
    if (trouble === 'refused') await put(reopened(kept));
    else if (!passes(trouble)) await remove(id);
    return { arrived: false, trouble };
  }
}

/** Answers that were not accepted can be changed once more. */
export function reopened({ queued: _, queuedAt: _at, ...kept }: Kept): Kept {
  return kept;
}

const timingsOf = ({ seconds }: Kept) =>
  Object.entries(seconds).map(([linkId, each]) => ({ linkId, seconds: Math.round(each) }));

/**
 * Sends all that waits on this device.
 * @param except the one that the page itself looks after
 * @returns whether something has to be tried again
 */
export async function sendWaiting(except?: string): Promise<boolean> {
  let again = false;
  for (const kept of await readAll()) {
    if (!kept.queued || kept.id === except) continue;
    const outcome = await send(kept);
    again ||= !outcome.arrived && passes(outcome.trouble);
  }
  return again;
}
