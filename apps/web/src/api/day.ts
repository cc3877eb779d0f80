import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Fresh, OpenAlerts, Signs } from './caseload.ts';
import { http, query } from './http.ts';
import { may, type SignedIn } from './session.ts';
import type { SessionStatus } from './sessions.ts';

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface DaySession extends Signs {
  readonly sessionId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly status: SessionStatus;
  readonly client: Named;
  readonly therapist: Named;
  readonly lastScore: {
    readonly value: number;
    readonly min: number;
    readonly max: number;
    readonly change: number | null;
    readonly answeredAt: string;
  } | null;
  readonly openAlerts: OpenAlerts;
  readonly answered: boolean;
}

export interface DayRequest {
  readonly requestId: string;
  readonly client: Named;
  readonly therapistName: string | null;
  readonly issuedAt: string;
  readonly expiresAt: string;
}

export interface Day extends Fresh {
  readonly date: string;
  readonly sessions: readonly DaySession[];
  readonly open: readonly DayRequest[];
  readonly unanswered: readonly DayRequest[];
}

export interface DaySearch {
  readonly date?: string;
  readonly therapistId?: string;
}

/** Whose day that is: whoever treats clients sees their own sessions, everybody else chooses. */
export function dayOf({ date, therapistId: chosen }: DaySearch, person: SignedIn): DaySearch {
  const therapistId = may.haveOwnDay(person) ? person.id : chosen;
  return { ...(date && { date }), ...(therapistId && { therapistId }) };
}

/** The device's own zone stands in for people of whom none is known. */
export const dayQuery = ({ date, therapistId }: DaySearch, zone: string | null) =>
  queryOptions({
    queryKey: ['caseload', 'day', date, therapistId, zone],
    // What was fetched on the way to the page is not fetched again on it.
    staleTime: 3_000,
    queryFn: () => {
      const here = zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
      return http<Day>(`/api/caseload/day?${query({ date, therapistId, zone: here })}`);
    },
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });

export interface TherapistFigures {
  readonly therapistId: string;
  readonly name: string | null;
  readonly clients: number;
  readonly sessionsNextWeek: number;
  readonly waitingAlerts: number;
  readonly alerts: number;
  readonly acknowledged: number;
  readonly medianSeconds: number | null;
  readonly requestsDue: number;
  readonly requestsAnswered: number;
  readonly repaired: number;
  readonly notRepaired: number;
}

export const therapistsQuery = queryOptions({
  queryKey: ['caseload', 'therapists'],
  queryFn: () =>
    http<
      Fresh & {
        readonly days: number;
        readonly items: readonly TherapistFigures[];
      }
    >('/api/caseload/therapists'),
  refetchInterval: 60_000,
});
