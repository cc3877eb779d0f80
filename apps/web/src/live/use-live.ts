import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { listen } from './live-notices.ts';

/** Keeps what is on the page true. @returns whether live notices come in */
export function useLive(): boolean {
  const queries = useQueryClient();
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    const look = (key: string) => void queries.invalidateQueries({ queryKey: [key] });
    return listen({
      onNotice: ({ kind, id }) => {
        if (kind === 'alert') look('alerts');
        void queries.invalidateQueries({ queryKey: ['client', id] });
        look('caseload');
      },
      onResync: () => {
        for (const key of ['alerts', 'caseload', 'client']) look(key);
      },
      onConnected: setConnected,
    });
  }, [queries]);
  return connected;
}
