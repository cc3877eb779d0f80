import { queryOptions } from '@tanstack/react-query';
import type { Message } from './admin.ts';
import { http, type Page, query } from './http.ts';

/** That a client was asked, and what became of it. */
export interface AskedRequest {
  readonly requestId: string;
  readonly instrument: { readonly url: string };
  readonly status: 'open' | 'answered' | 'revoked' | 'expired';
  readonly issuedAt: string;
  readonly expiresAt: string;
  readonly delivery: 'message' | 'by-hand';
}

/** The newest of what a client was asked. */
export const requestsQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['client', clientId, 'requests'],
    staleTime: 3_000,
    queryFn: async () =>
      (await http<Page<AskedRequest>>(`/api/questionnaires/requests?${query({ clientId, limit: 50 })}`))
        .items,
  });

export type Channel = 'email' | 'sms';
/** By which way a message would go to the client now, or why none would. */
export interface Ways {
  readonly channel: Channel | null;
  readonly withheld: string | null;
  /** Closed by the link in a message. */
  readonly optedOut: readonly { readonly channel: Channel; readonly at: string }[];
}

const clients = '/api/notifications/clients';

export const waysQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['client', clientId, 'ways'],
    staleTime: 3_000,
    queryFn: () => http<Ways>(`${clients}/${clientId}/ways`),
  });

const soonMs = 2_000;
/** Whether something becomes of it any moment: it is written, sent or refused within seconds, but not at night. */
const isOnItsWay = ({ status, dueAt }: Message) =>
  status === 'sending' || (status === 'waiting' && Date.parse(dueAt) <= Date.now() + 60_000);

/** What became of the latest messages to a client. @param expected one about this request is about to be written */
export const clientMessagesQuery = (clientId: string, expected?: string) =>
  queryOptions({
    queryKey: ['client', clientId, 'messages'],
    staleTime: 3_000,
    queryFn: async () =>
      (await http<{ readonly items: readonly Message[] }>(`${clients}/${clientId}/messages`)).items,
    refetchInterval: ({ state: { data } }) => {
      const isMissing = expected !== undefined && !data?.some(({ requestId }) => requestId === expected);
      return isMissing || data?.some(isOnItsWay) ? soonMs : false;
    },
  });

/** Who keyed in which answers from paper. */
export interface KeyedIn {
  readonly responseId: string;
  readonly enteredBy: string | null;
}

export const responsesQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['client', clientId, 'responses'],
    queryFn: async () =>
      (await http<Page<KeyedIn>>(`/api/questionnaires/responses?${query({ clientId, limit: 200 })}`)).items,
  });
