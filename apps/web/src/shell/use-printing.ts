import { useSyncExternalStore } from 'react';

const paper = window.matchMedia('print');

/** Drawn anew before the page is put on paper, where nobody can scroll to what is not drawn. */
function whenItChanges(changed: () => void) {
  paper.addEventListener('change', changed);
  return () => {
    paper.removeEventListener('change', changed);
  };
}

/** Whether the page is being printed. */
export const usePrinting = (): boolean => useSyncExternalStore(whenItChanges, () => paper.matches);
