import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { staysFresh } from '../api/caseload.ts';
import { listen } from './live-notices.ts';

/**
 * Keeps what is on the page true.
 * @param wanted false for people whom no notice is for
 * @returns whether live notices come in
 */
export function useLive(wanted: boolean): boolean {
  const queries = useQueryClient();
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    if (!wanted) return;
    // What somebody has scrolled far into stays as it is: it says as of when that was.
    const look = (key: string) =>
      void queries.invalidateQueries({
        queryKey: [key],
        predicate: ({ state }) => staysFresh(state.data as Parameters<typeof staysFresh>[0]),
      });
    const resync = () => {
      for (const key of ['alerts', 'caseload', 'client']) look(key);
    };
    const lose = () => {
      setConnected(false);
    };
    const regain = () => {
      setConnected(true);
      resync();
    };
    window.addEventListener('offline', lose);
    window.addEventListener('online', regain);
    const stop = listen({
      onNotice: ({ kind, id }) => {
        if (kind === 'alert') look('alerts');
        void queries.invalidateQueries({ queryKey: ['client', id] });
        look('caseload');
      },
      onResync: resync,
      onConnected: setConnected,
    });
    return () => {
      window.removeEventListener('offline', lose);
      window.removeEventListener('online', regain);
      stop();
    };
  }, [queries, wanted]);
  return connected;
}
