import { queryOptions } from '@tanstack/react-query';
import type { Severity } from './alerts.ts';
import { http, put } from './http.ts';

/** How the person hears of alerts by email. */
export interface Preferences {
  /** From this severity on at once; null for never. Safety is always told at once. */
  readonly immediateFrom: Severity | null;
  readonly digest: 'none' | 'daily' | 'weekly';
  /** Hour of the day in the person's own zone. */
  readonly digestHour: number;
  readonly version: number;
}

export const preferencesQuery = queryOptions({
  queryKey: ['preferences'],
  queryFn: () => http<Preferences>('/api/notifications/preferences'),
});
export const savePreferences = ({ version, ...preferences }: Preferences) =>
  put<Preferences>('/api/notifications/preferences', preferences, version);
