import { useEffect, useState } from 'react';

const patienceMs = 1_500;

/**
 * Whether parts of a page are to be shown: all together, so that none pushes another away, unless one of them keeps the
 * others waiting.
 * @param of what the page is about; another one is waited for anew
 */
export function useTogether(pending: boolean, of: string): boolean {
  const [late, setLate] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      setLate(of);
    }, patienceMs);
    return () => {
      clearTimeout(timer);
    };
  }, [of]);
  return !pending || late === of;
}

interface Asked {
  readonly isPending: boolean;
  readonly failureCount: number;
}

/** Whether any of them is waited for; one that has failed is not: while it is asked again the page says so. */
export const awaited = (queries: readonly Asked[]): boolean =>
  queries.some(({ isPending, failureCount }) => isPending && failureCount === 0);
