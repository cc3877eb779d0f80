import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { http, type Page, post, query } from './http.ts';
import type { Severity } from './alerts.ts';

export const sorts = {
  risk: 'Risk',
  name: 'Name',
  'last-session': 'Last session',
  'last-score': 'Last score',
} as const;
export type Sort = keyof typeof sorts;

export interface Client {
  readonly clientId: string;
  readonly name: string;
  readonly therapist: { readonly id: string; readonly name: string } | null;
  /** Since when nobody treats the client any more. */
  readonly careEndedAt: string | null;
  readonly lastSession: string | null;
  readonly nextSession: string | null;
  readonly lastScore: {
    readonly value: number;
    readonly min: number;
    readonly max: number;
    readonly change: number | null;
    readonly answeredAt: string;
  } | null;
  readonly trend: readonly number[];
  readonly openAlerts: { readonly count: number; readonly highest: Severity | null };
  /** Events about the client wait, because an earlier one could not be taken in. */
  readonly behind: boolean;
  readonly risk: number;
  readonly reasons: readonly string[];
}

export interface Series {
  readonly instrumentUrl: string;
  readonly scale: string;
  readonly instrumentTitle: string;
  readonly title: string;
  readonly min: number;
  readonly max: number;
  readonly higherIsBetter: boolean;
  readonly points: readonly {
    readonly value: number | null;
    readonly answeredAt: string;
    readonly responseId: string;
  }[];
}

export const cares = { current: 'In care', ended: 'Care ended', all: 'All' } as const;
export type Care = keyof typeof cares;

export interface CaseloadSearch {
  readonly care?: Care;
  /** Which page it is, counted from 1; the cursor says where it begins. */
  readonly page?: number;
  readonly search?: string;
  readonly sort?: Sort;
  readonly therapistId?: string;
  readonly cursor?: string;
}

export const caseloadQuery = (search: CaseloadSearch) =>
  queryOptions({
    queryKey: ['caseload', search],
    queryFn: () =>
      http<Page<Client> & { readonly asOf: string | null; readonly total: number }>(
        `/api/caseload/clients?${query({ sort: 'risk', limit: 50, ...search, page: null })}`,
      ),
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });

export const clientQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['client', clientId],
    queryFn: () => http<Client & { readonly series: readonly Series[] }>(`/api/caseload/clients/${clientId}`),
  });

export interface StaffMember {
  readonly personId: string;
  readonly name: string;
  readonly roles: readonly string[];
}

export const staffQuery = queryOptions({
  queryKey: ['staff'],
  staleTime: 5 * 60_000,
  queryFn: async () => (await http<Page<StaffMember>>('/api/scheduling/people?kind=staff&limit=200')).items,
});

/** Asks a client to answer the alliance check-in. @returns the link that opens the form, told this once only */
/** @param key stays the same for a retry, so that it asks once */
export const askClient = ({ clientId, key }: { readonly clientId: string; readonly key: string }) =>
  post<{ readonly link: string; readonly expiresAt: string }>(
    '/api/questionnaires/requests',
    { clientId, instrument: { url: 'https://attune.example/instruments/attune-alliance-check-in' } },
    { 'idempotency-key': key },
  );
