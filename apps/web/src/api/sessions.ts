import { infiniteQueryOptions } from '@tanstack/react-query';
import { http, type Page, post, query } from './http.ts';

export type SessionStatus = 'booked' | 'completed' | 'cancelled' | 'missed';
export type SessionAction = 'complete' | 'miss' | 'cancel' | 'undo-miss';

export interface Session {
  readonly sessionId: string;
  readonly clientId: string;
  readonly therapistId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** IANA time zone in which it is planned. */
  readonly zone: string;
  readonly type: string;
  readonly status: SessionStatus;
}

const sessions = '/api/scheduling/sessions';
const daysBack = 14 * 24 * 60 * 60 * 1000;

/** A client's sessions from two weeks ago on, the earliest first. */
export const clientSessionsQuery = (clientId: string) =>
  infiniteQueryOptions({
    queryKey: ['sessions', clientId],
    staleTime: 3_000,
    queryFn: ({ pageParam: cursor }) => {
      const from = new Date(Date.now() - daysBack).toISOString();
      return http<Page<Session>>(`${sessions}?${query({ clientId, from, cursor, limit: 20 })}`);
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });

export const bookSession = (given: Omit<Session, 'sessionId' | 'status'>, key: string) =>
  post<Session>(sessions, given, { 'idempotency-key': key });

/**
 * Says what became of a session. Of two people who say so at once, the second is refused by what the first one
 * said, so no version need be named.
 */
export const recordSession = (sessionId: string, action: SessionAction) =>
  post<Session>(`${sessions}/${sessionId}/${action}`, {}, { 'if-match': '*' });
