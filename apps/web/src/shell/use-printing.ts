import { useSyncExternalStore } from 'react';

const paper = window.matchMedia('print');
let asked = false;

/**
 * Drawn anew before the page is put on paper, where nobody can scroll to what is not drawn. The medium changes too late
 * for that where somebody prints, and alone where the page is only looked at as on paper.
 */
function whenItChanges(changed: () => void) {
  const begin = () => {
    asked = true;
    changed();
  };
  const end = () => {
    asked = false;
    changed();
  };
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  paper.addEventListener('change', changed);
  return () => {
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
    paper.removeEventListener('change', changed);
  };
}

/** Whether the page is being printed. */
export const usePrinting = (): boolean => useSyncExternalStore(whenItChanges, () => asked || paper.matches);
