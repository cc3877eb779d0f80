import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { http, type Page, post, query } from './http.ts';

export type Severity = 'low' | 'medium' | 'high';
export type Outcome = 'repaired' | 'discussed' | 'not-a-rupture' | 'care-ended' | 'other';

export interface Alert {
  readonly alertId: string;
  readonly clientId: string;
  readonly clientName: string | null;
  readonly concern: 'alliance' | 'outcome' | 'safety' | 'attendance';
  readonly severity: Severity;
  readonly status: 'open' | 'acknowledged' | 'in-progress' | 'resolved';
  readonly recipientId: string | null;
  readonly recipientName: string | null;
  readonly explanation: string;
  readonly suggestions: readonly Suggestion[];
  readonly permitted: Readonly<
    Record<'acknowledge' | 'start' | 'snooze' | 'resolve' | 'reopen' | 'undo' | 'note' | 'reassign', boolean>
  >;
  readonly version: number;
  readonly signals: readonly Signal[];
  readonly attendance: readonly Absence[];
  readonly raisedAt: string;
  /** When it goes further up unless somebody acknowledges it. */
  readonly acknowledgeBy: string | null;
  readonly acknowledgedAt: string | null;
  readonly escalation: { readonly level: 'supervisor' | 'clinic-lead'; readonly at: string } | null;
  readonly snoozedUntil: string | null;
  readonly repair: {
    readonly status: 'watching' | 'repaired' | 'not-repaired';
    readonly scores: number;
    readonly target: number;
  } | null;
  readonly notes: readonly Note[];
  readonly outcome: string | null;
}

export interface Signal {
  readonly detectedAt: string;
  readonly withdrawn: boolean;
  readonly responseId: string;
  readonly instrument: { readonly url: string };
  readonly scale: string;
  readonly detector: string;
  readonly direction: 'higher-is-better' | 'lower-is-better';
  readonly value: number;
  readonly threshold: number;
  readonly previous: number | null;
  readonly reference: number | null;
  readonly statistic: number | null;
}

export interface Absence {
  readonly kind: 'silence' | 'missed-sessions';
  readonly count: number;
  readonly since: string;
  readonly withdrawn: boolean;
}

export interface Suggestion {
  readonly code: string;
  readonly title: string;
  readonly text: string;
  readonly source: string | null;
}

export interface Note {
  readonly noteId: string;
  readonly writtenByName: string | null;
  readonly writtenAt: string;
  readonly text: string;
}

const path = '/api/alerting/alerts';
const most = 100;
const unresolved = 'open,acknowledged,in-progress';

/** All that waits, the newest first, page by page. */
export const alertsQuery = infiniteQueryOptions({
  queryKey: ['alerts'],
  // What was fetched on the way to the page is not fetched again on it; live events make it stale at once.
  staleTime: 3_000,
  queryFn: ({ pageParam: cursor }) =>
    http<Page<Alert>>(`${path}?${query({ status: unresolved, limit: most, cursor })}`),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
  select: ({ pages }) => pages.flatMap(({ items }) => items),
});

/** What waits about one client, and what did: the newest first. */
export const clientAlertsQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['alerts', clientId],
    staleTime: 3_000,
    queryFn: () => http<Page<Alert>>(`${path}?${query({ clientId, limit: most })}`),
    select: ({ items }) => items,
  });

/** What needs supervision: gone up because nobody acknowledged it, or not repaired. */
export const supervisedQuery = (which: 'escalated' | 'unrepaired') =>
  queryOptions({
    queryKey: ['alerts', which],
    queryFn: () => http<Page<Alert>>(`${path}?${query({ [which]: 'true', limit: most })}`),
    select: ({ items }) => items,
  });

const seen = ({ version }: Alert) => ({ 'if-match': `"${version}"` });

export const acknowledge = (alert: Alert) =>
  post<Alert>(`${path}/${alert.alertId}/acknowledge`, {}, seen(alert));

export const start = (alert: Alert) => post<Alert>(`${path}/${alert.alertId}/start`, {}, seen(alert));

export const snooze = (alert: Alert, until: string) =>
  post<Alert>(`${path}/${alert.alertId}/snooze`, { until }, seen(alert));

export interface Closing {
  readonly outcome: Outcome;
  readonly useful: boolean | null;
  readonly note: string;
}

export const resolve = (alert: Alert, { outcome, useful, note }: Closing) =>
  post<Alert>(
    `${path}/${alert.alertId}/resolve`,
    { outcome, ...(useful !== null && { useful }), ...(note !== '' && { note }) },
    seen(alert),
  );

export const reopen = (alert: Alert) => post<Alert>(`${path}/${alert.alertId}/reopen`, {}, seen(alert));

/** Takes back what one has said last, so that the alert stands as before. */
export const undo = (alert: Alert) => post<Alert>(`${path}/${alert.alertId}/undo`, {}, seen(alert));

export const writeNote = (alert: Alert, text: string) =>
  post<Alert>(`${path}/${alert.alertId}/notes`, { text }, {});

export const reassign = (alert: Alert, recipientId: string) =>
  post<Alert>(`${path}/${alert.alertId}/reassign`, { recipientId }, seen(alert));

export interface RuleInForce {
  readonly instrument: string;
  readonly scale: string;
  readonly detector: { readonly kind: string; readonly cutoff?: number };
}

/** The rules that alerts come from now. */
export const rulesQuery = queryOptions({
  queryKey: ['rules'],
  staleTime: 5 * 60_000,
  queryFn: () => http<{ readonly items: readonly RuleInForce[] }>('/api/alerting/rules'),
});

/** The score beyond which a scale raises an alert by itself; null where no rule says so. */
export function cutOffOf(
  rules: readonly RuleInForce[],
  { instrumentUrl, scale }: { readonly instrumentUrl: string; readonly scale: string },
): number | null {
  const rule = rules.find(
    (one) =>
      one.instrument === instrumentUrl && one.scale === scale && one.detector.kind === 'absolute-cut-off',
  );
  return rule?.detector.cutoff ?? null;
}
