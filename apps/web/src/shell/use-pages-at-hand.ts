import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { SignedIn } from '../api/session.ts';
import { pagesOf } from './pages.ts';
import { answers } from './script.ts';

/** What pages fetch when it is opened. */
const parts = [() => import('../alerts/alert-details.tsx'), () => import('../sessions/book-session.tsx')];

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
 * round trip, and does not need the connection that has just been lost. While there is none it waits, because browsers
 * remember what they failed to fetch.
 */
export function usePagesAtHand(person: SignedIn): void {
  const { routesByPath } = useRouter();
  useEffect(() => {
    let wanted = true;
    const paths = pagesOf(person).flatMap(({ to, main }) => (main ? [to] : []));
    const pages = [...paths, '/clients/$clientId', '/clients/$clientId/brief'] as const;
    const scripts = pages.flatMap((path) => {
      const component = routesByPath[path]?.options.component;
      return component && 'fetchPage' in component ? [component.fetchPage as () => Promise<unknown>] : [];
    });
    const fetchAll = async () => {
      for (const fetchOne of [...parts, ...scripts]) {
        await idle();
        if (!wanted || !navigator.onLine || !(await answers())) return;
        await fetchOne();
      }
    };
    const begin = () => void fetchAll().catch(() => undefined);
    const timer = setTimeout(begin, afterMs);
    window.addEventListener('online', begin);
    return () => {
      wanted = false;
      clearTimeout(timer);
      window.removeEventListener('online', begin);
    };
  }, [person, routesByPath]);
}
