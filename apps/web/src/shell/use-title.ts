import { useEffect } from 'react';

/** The name of the page, in the tab and for screen readers. */
export function useTitle(page: string): void {
  useEffect(() => {
    document.title = `${page} · Attune`;
  }, [page]);
}
