import type { QueryClient } from '@tanstack/react-query';
import { clientAlertsQuery, rulesQuery } from '../api/alerts.ts';
import { allianceScalesQuery, clientQuery, staffQuery } from '../api/caseload.ts';
import { clientMessagesQuery, requestsQuery, waysQuery } from '../api/requests.ts';
import { may, type SignedIn } from '../api/session.ts';
import { clientSessionsQuery } from '../api/sessions.ts';

/** All that a client's page shows, under way while the page itself is fetched, and none of it after the other. */
export function fetchClientEarly(queries: QueryClient, clientId: string, person: SignedIn): void {
  void queries.prefetchQuery(clientQuery(clientId));
  void queries.prefetchQuery(clientAlertsQuery(clientId));
  void queries.prefetchQuery(rulesQuery);
  void queries.prefetchQuery(requestsQuery(clientId));
  void queries.prefetchQuery(clientMessagesQuery(clientId));
  void queries.prefetchQuery(staffQuery);
  void queries.prefetchInfiniteQuery(clientSessionsQuery(clientId));
  if (!may.askClients(person)) return;
  void queries.prefetchQuery(waysQuery(clientId));
  void queries.prefetchQuery(allianceScalesQuery);
}

/** The same of what is read before a session. */
export function fetchBriefEarly(queries: QueryClient, clientId: string): void {
  void queries.prefetchQuery(clientQuery(clientId));
  void queries.prefetchQuery(clientAlertsQuery(clientId));
  void queries.prefetchQuery(rulesQuery);
}
