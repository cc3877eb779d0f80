import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { http, type Page, post, put, query } from './http.ts';
import type { Severity } from './alerts.ts';

export interface AlertPolicy {
  readonly acknowledgeWithinHours: Readonly<Record<Severity | 'safety', number>>;
  readonly snooze: { readonly days: number; readonly times: number };
  readonly silenceAfter: number | null;
  readonly missedSessionsAfter: number | null;
  readonly repairWithin: number;
  readonly version: number;
}

export const alertPolicyQuery = queryOptions({
  queryKey: ['alert-policy'],
  queryFn: () => http<AlertPolicy>('/api/alerting/policy'),
});
export const saveAlertPolicy = ({ version, ...policy }: AlertPolicy) =>
  put<AlertPolicy>('/api/alerting/policy', policy, version);

export interface Hours {
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
}
export interface Clinic {
  readonly zone: string;
  readonly workingHours: readonly Hours[];
  readonly holidays: readonly string[];
  readonly version: number;
}

export const clinicQuery = queryOptions({
  queryKey: ['clinic'],
  queryFn: () => http<Clinic>('/api/scheduling/clinic'),
});
export const saveClinic = ({ zone, workingHours, holidays, version }: Clinic) =>
  put<Clinic>('/api/scheduling/clinic', { zone, workingHours, holidays }, version);

/** By the reader's own clock; the same time twice for none. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
  readonly version: number;
}

export const quietHoursQuery = queryOptions({
  queryKey: ['quiet-hours'],
  queryFn: () => http<QuietHours>('/api/notifications/quiet-hours'),
});
export const saveQuietHours = ({ version, ...hours }: QuietHours) =>
  put<QuietHours>('/api/notifications/quiet-hours', hours, version);

export interface Absence {
  readonly absenceId: string;
  readonly staffId: string;
  readonly coverId: string;
  readonly from: string;
  readonly to: string;
}

export const absencesQuery = queryOptions({
  queryKey: ['absences'],
  queryFn: async () => {
    const endsAfter = new Date().toISOString();
    return (await http<Page<Absence>>(`/api/scheduling/absences?${query({ endsAfter, limit: 200 })}`)).items;
  },
});
export const planAbsence = (absence: Omit<Absence, 'absenceId'>, key: string) =>
  post<Absence>('/api/scheduling/absences', absence, { 'idempotency-key': key });
export const cancelAbsence = (absenceId: string) =>
  post<Absence>(`/api/scheduling/absences/${absenceId}/cancel`);

export type Trigger =
  | { readonly kind: 'after-every-session' | 'at-intake' | 'at-end-of-care' | 'never' }
  | { readonly kind: 'every-nth-session' | 'every-n-weeks'; readonly n: number };

/** For whom: of several policies on one instrument the narrowest that fits decides. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'session-type'; readonly type: string }
  | { readonly kind: 'team'; readonly team: string }
  | { readonly kind: 'client'; readonly clientId: string };

export interface CadencePolicy {
  readonly code: string;
  readonly title: string;
  readonly instrument: { readonly url: string; readonly version?: string };
  readonly trigger: Trigger;
  readonly scope: Scope;
  readonly delayHours: number;
  readonly windowDays: number;
  readonly reminderHours: readonly number[];
  readonly active: boolean;
  readonly version: number;
  readonly changedAt: string;
}

const policies = '/api/questionnaires/policies';
export const cadenceQuery = queryOptions({
  queryKey: ['cadence'],
  queryFn: async () => (await http<Page<CadencePolicy>>(`${policies}?limit=200`)).items,
});
export type PolicyDraft = Omit<CadencePolicy, 'version' | 'changedAt'>;
export const addCadence = (draft: PolicyDraft, key: string) =>
  post<CadencePolicy>(policies, draft, { 'idempotency-key': key });
export const saveCadence = ({ code, version, changedAt: _, ...policy }: CadencePolicy) =>
  put<CadencePolicy>(`${policies}/${encodeURIComponent(code)}`, policy, version);

export interface Message {
  readonly messageId: string;
  readonly personId: string;
  readonly purpose: string;
  readonly channel: string | null;
  readonly requestId: string | null;
  readonly status: string;
  readonly attempts: number;
  readonly createdAt: string;
  readonly dueAt: string;
  /** When it was sent, withheld or given up. */
  readonly settledAt: string | null;
  readonly reason: string | null;
}

const messages = '/api/notifications/messages';
export interface MessagesSearch {
  readonly status?: string;
  /** To whom. */
  readonly personId?: string;
}
export const messagesQuery = (search: MessagesSearch) =>
  infiniteQueryOptions({
    queryKey: ['messages', search],
    queryFn: ({ pageParam: cursor }) =>
      http<Page<Message>>(`${messages}?${query({ ...search, cursor, limit: 50 })}`),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
export const retryMessage = (messageId: string) => post(`${messages}/${messageId}/retry`);
