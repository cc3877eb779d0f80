import type { Client } from '../api/caseload.ts';

type Pages = readonly { readonly items: readonly Client[] }[];

export interface SteadyRows {
  /** Each in its place, as it is now; one that the list has lost as it was last. */
  readonly rows: readonly Client[];
  /** From how many pages they come. */
  readonly pages: number;
  /** Whether the list has another order by now, or other clients. */
  readonly moved: boolean;
}

/** Each client once: pages that were fetched one after the other may overlap. */
const listed = (pages: Pages) =>
  [...new Map(pages.flatMap(({ items }) => items).map((client) => [client.clientId, client]))].map(
    ([, client]) => client,
  );

/** Takes the list as it is. */
export const inOrder = (pages: Pages): SteadyRows => ({
  ...{ rows: listed(pages), pages: pages.length },
  moved: false,
});

/**
 * Lets a list change without moving: whoever was there stays in their place and is brought up to date; further pages,
 * for which somebody has scrolled, follow; everything else waits until the new order is asked for. Where there was nobody
 * nothing can move.
 */
export function follow(before: SteadyRows, pages: Pages): SteadyRows {
  if (before.rows.length === 0) return inOrder(pages);
  const now = listed(pages);
  const newest = new Map(now.map((client) => [client.clientId, client]));
  const shown = new Set(before.rows.map(({ clientId }) => clientId));
  const further = listed(pages.slice(before.pages)).filter(({ clientId }) => !shown.has(clientId));
  const rows = [...before.rows.map((row) => newest.get(row.clientId) ?? row), ...further];
  const moved =
    rows.length !== now.length || rows.some(({ clientId }, place) => clientId !== now[place]?.clientId);
  return { rows, pages: Math.max(before.pages, pages.length), moved };
}
