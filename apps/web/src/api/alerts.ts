import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { http, type Page, post, query } from './http.ts';

export type Severity = 'low' | 'medium' | 'high';
export const outcomes = {
  repaired: 'Repaired: we worked it through',
  discussed: 'Discussed in the session',
  'not-a-rupture': 'Not a rupture',
  'care-ended': 'Care has ended',
  other: 'Something else',
} as const;
export type Outcome = keyof typeof outcomes;

export interface Alert {
  readonly alertId: string;
  readonly clientId: string;
  readonly clientName: string | null;
  readonly concern: 'alliance' | 'outcome' | 'safety' | 'attendance';
  readonly severity: Severity;
  readonly status: 'open' | 'acknowledged' | 'resolved';
  readonly recipientId: string | null;
  readonly recipientName: string | null;
  readonly explanation: string;
  readonly suggestions: readonly string[];
  readonly permitted: {
    readonly acknowledge: boolean;
    readonly resolve: boolean;
    readonly reassign: boolean;
  };
  readonly version: number;
  readonly signals: readonly { readonly detectedAt: string; readonly withdrawn: boolean }[];
  readonly raisedAt: string;
}

const path = '/api/alerting/alerts';
const most = 100;

/** All that waits, the newest first, page by page. */
export const alertsQuery = infiniteQueryOptions({
  queryKey: ['alerts'],
  queryFn: ({ pageParam: cursor }) =>
    http<Page<Alert>>(`${path}?${query({ status: 'open,acknowledged', limit: most, cursor })}`),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
  select: ({ pages }) => pages.flatMap(({ items }) => items),
});

/** What waits about one client. */
export const clientAlertsQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['alerts', clientId],
    queryFn: () =>
      http<Page<Alert>>(`${path}?${query({ status: 'open,acknowledged', clientId, limit: most })}`),
    select: ({ items }) => items,
  });

const seen = ({ version }: Alert) => ({ 'if-match': `"${version}"` });

export const acknowledge = (alert: Alert) =>
  post<Alert>(`${path}/${alert.alertId}/acknowledge`, {}, seen(alert));

export const resolve = (alert: Alert, outcome: Outcome, note: string) =>
  post<Alert>(`${path}/${alert.alertId}/resolve`, { outcome, ...(note !== '' && { note }) }, seen(alert));

export const reassign = (alert: Alert, recipientId: string) =>
  post<Alert>(`${path}/${alert.alertId}/reassign`, { recipientId }, seen(alert));
