import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { SignedIn } from '../api/session.ts';
import { pagesOf } from './pages.ts';

/** Long enough for the first page to be there with what it shows. */
const afterMs = 4_000;

const idle = () =>
  new Promise<void>((resolve) => {
    if ('requestIdleCallback' in window)
      requestIdleCallback(() => {
        resolve();
      });
    else setTimeout(resolve, 200);
  });

/**
 * Fetches the scripts of the person's pages one after the other while nothing else is to be done: going there takes no
 * round trip, and does not need the connection that has just been lost.
 */
export function usePagesAtHand(person: SignedIn): void {
  const { loadRouteChunk, routesByPath } = useRouter();
  useEffect(() => {
    let wanted = true;
    const fetchAll = async () => {
      const paths = pagesOf(person).flatMap(({ to, main }) => (main ? [to] : []));
      for (const path of [...paths, '/clients/$clientId', '/clients/$clientId/brief'] as const) {
        await idle();
        if (!wanted) return;
        const page = routesByPath[path];
        if (page) await loadRouteChunk(page);
      }
    };
    const timer = setTimeout(() => void fetchAll(), afterMs);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [person, loadRouteChunk, routesByPath]);
}
