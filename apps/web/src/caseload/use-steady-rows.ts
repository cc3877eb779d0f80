import { useState } from 'react';
import type { Client } from '../api/caseload.ts';
import { follow, inOrder, type SteadyRows } from './steady-rows.ts';

type Pages = readonly { readonly items: readonly Client[] }[];

const nothing: SteadyRows = { rows: [], pages: 0, moved: false };

/**
 * The rows of a board that stays in its order while it is looked at.
 * @param list which list it is; another one begins in its own order
 * @param coming the pages are still those of the list before
 */
export function useSteadyRows(pages: Pages | undefined, list: string, coming: boolean) {
  const [known, setKnown] = useState<{ list: string; pages: Pages; steady: SteadyRows } | null>(null);
  if (pages && !coming && (known?.list !== list || known.pages !== pages)) {
    const steady = known?.list === list ? follow(known.steady, pages) : inOrder(pages);
    setKnown({ list, pages, steady });
  }
  return {
    ...(known?.steady ?? nothing),
    /** Takes these from now on, in their order. */
    show: (all: Pages | undefined = pages) => {
      if (all) setKnown({ list, pages: all, steady: inOrder(all) });
    },
  };
}
