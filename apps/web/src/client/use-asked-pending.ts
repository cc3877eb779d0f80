import { useQuery } from '@tanstack/react-query';
import { allianceScalesQuery } from '../api/caseload.ts';
import { awaited } from '../shell/use-together.ts';
import { clientMessagesQuery, requestsQuery, waysQuery } from '../api/requests.ts';

/** Whether it is not known yet what the client was asked and how to ask again; a failure is known at once. */
export function useAskedPending(clientId: string, mayAsk: boolean): boolean {
  const asked = useQuery(requestsQuery(clientId));
  const messages = useQuery(clientMessagesQuery(clientId));
  const ways = useQuery({ ...waysQuery(clientId), enabled: mayAsk });
  const scales = useQuery({ ...allianceScalesQuery, enabled: mayAsk });
  return awaited([asked, messages, ...(mayAsk ? [ways, scales] : [])]);
}
