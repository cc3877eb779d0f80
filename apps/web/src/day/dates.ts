import { plural, t } from '@lingui/core/macro';
import { region } from '../language/language.ts';

/** The calendar day so many days from another, as `2026-11-23`. */
export function addDays(date: string, days: number): string {
  const at = new Date(`${date}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** "Monday, 23 November 2026". */
export const dateWords = (date: string): string =>
  new Intl.DateTimeFormat(region(), { dateStyle: 'full', timeZone: 'UTC' }).format(
    new Date(`${date}T12:00:00Z`),
  );

/** "09:00". */
export const clock = (instant: string, timeZone: string | null): string =>
  new Intl.DateTimeFormat(region(), { timeStyle: 'short', ...(timeZone && { timeZone }) }).format(
    new Date(instant),
  );

/** "35 min", "20 h", "3 days": how long something took, in the largest unit that says enough. */
export function durationWords(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 1) return t`under a minute`;
  if (minutes < 90) return t`${minutes} min`;
  const hours = Math.round(minutes / 60);
  if (hours < 48) return t`${hours} h`;
  return plural(Math.round(hours / 24), { one: '# day', other: '# days' });
}
