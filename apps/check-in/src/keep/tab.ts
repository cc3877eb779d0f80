import { put, readAll, remove } from './database.ts';
import { fresh, type Kept } from './kept.ts';

const tab = 'attune-check-in';
const sent = 'sent';

type Page = Pick<Window, 'location' | 'history' | 'sessionStorage'>;

/**
 * What this tab is about. The token comes in the fragment, which no server sees, and leaves the visible address at
 * once, so that it is not in the history or over somebody's shoulder. For a reload the tab remembers which of what is
 * kept is its own: on a shared device, whoever opens the form without a link sees nobody's answers.
 */
export async function takeKept({ location, history, sessionStorage }: Page): Promise<Kept | 'sent' | null> {
  const token = location.hash.slice(1);
  if (token !== '') history.replaceState(null, '', location.pathname);
  const all = await readAll();
  const mine = sessionStorage.getItem(tab);
  if (token === '') return mine === sent ? sent : (all.find(({ id }) => id === mine) ?? null);
  const before = all.find((each) => each.token === token);
  const kept = before ?? fresh(token);
  if (!before) await put(kept);
  sessionStorage.setItem(tab, kept.id);
  return kept;
}

/** Forgets at once, and leaves a word in the tab for a reload. */
export async function forget({ id }: Kept, { arrived }: { arrived: boolean }): Promise<void> {
  await remove(id);
  if (arrived) sessionStorage.setItem(tab, sent);
}

export const keep = (kept: Kept): void => void put(kept);

const dayMs = 24 * 60 * 60 * 1000;

/** Forgets the answers to forms that are over, on a device that may be shared. What waits to be sent is not touched. */
export async function forgetOld(now: number, mine: string | undefined): Promise<void> {
  for (const { id, form, queued } of await readAll()) {
    const over = form && Date.parse(form.expiresAt) + dayMs <= now;
    if (over && !queued && id !== mine) await remove(id);
  }
}
