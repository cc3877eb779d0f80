import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Fresh } from './caseload.ts';
import { http, type Page, query } from './http.ts';

export const measures = [
  ...(['completed', 'missed', 'cancelled', 'sent', 'answered', 'unanswered', 'scored'] as const),
  ...(['alliance', 'outcome', 'safety', 'attendance', 'taken', 'in-time', 'late'] as const),
  ...(['repaired', 'not-repaired', 'begun', 'ended', 'in-care'] as const),
];
export type Measure = (typeof measures)[number];
export type By = 'week' | 'month';

export interface Period {
  /** The calendar day it begins on. */
  readonly start: string;
  /** False while it runs. */
  readonly over: boolean;
  /** Null before the first record of its kind. */
  readonly counts: Readonly<Record<Measure, number | null>>;
  readonly alliance: { readonly mean: number | null; readonly clients: number | null };
  readonly medianSeconds: number | null;
}

/** What the means are of. */
export interface MeanScale {
  readonly instrumentTitle: string;
  readonly title: string;
  readonly min: number;
  readonly max: number;
}

interface Trends extends Fresh {
  readonly periods: readonly Period[];
  readonly allianceScale: MeanScale | null;
}

export interface TrendRow {
  readonly id: string;
  readonly at: string;
  readonly client: { readonly id: string; readonly name: string };
  readonly therapistName: string | null;
  readonly value: number | null;
}

export interface TrendsSearch {
  readonly by?: 'month';
  readonly count?: number;
  readonly until?: string;
  readonly therapistId?: string;
  /** Whose team: the clients whom they supervise. */
  readonly supervisorId?: string;
  /** Whose rows are shown: of which number, and of which week or month. */
  readonly measure?: Measure;
  readonly start?: string;
}

export const usualCount = 12;

export const trendsQuery = (
  { by, count = usualCount, until, therapistId, supervisorId }: TrendsSearch,
  zone: string,
) =>
  queryOptions({
    queryKey: ['caseload', 'trends', by, count, until, therapistId, supervisorId, zone],
    queryFn: () =>
      http<Trends>(
        `/api/caseload/trends?${query({ by: by ?? 'week', count, until, therapistId, supervisorId, zone })}`,
      ),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });

export const trendRowsQuery = (
  { by, therapistId, supervisorId, measure, start }: TrendsSearch,
  zone: string,
) =>
  infiniteQueryOptions({
    queryKey: ['caseload', 'trend-rows', by, therapistId, supervisorId, measure, start, zone],
    queryFn: ({ pageParam: cursor }) =>
      http<Page<TrendRow>>(
        `/api/caseload/trends/rows?${query({ measure, by: by ?? 'week', start, zone, therapistId, supervisorId, cursor })}`,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
