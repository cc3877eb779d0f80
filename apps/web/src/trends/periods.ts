import { t } from '@lingui/core/macro';
import type { By, Period } from '../api/trends.ts';
import { addDays } from '../day/dates.ts';
import { region } from '../language/language.ts';
import { shareOf } from '../shell/formats.ts';

const words = (date: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(region(), { ...options, timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`));

const shapes = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
} as const;

/** The day that the next week or month begins, some of them on. */
export function stepped(start: string, by: By, count: number): string {
  if (by === 'week') return addDays(start, 7 * count);
  const at = new Date(`${start.slice(0, 7)}-01T12:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + count);
  return at.toISOString().slice(0, 10);
}

/** "19 Oct": in little room. */
export const shortPeriod = (start: string, by: By): string =>
  words(start, by === 'week' ? { day: 'numeric', month: 'short' } : { month: 'short', year: '2-digit' });

/** "19 Oct 2026 to 25 Oct 2026", "October 2026". */
export function periodWords(start: string, by: By): string {
  if (by === 'month') return words(start, shapes.month);
  const [from, to] = [words(start, shapes.day), words(addDays(start, 6), shapes.day)];
  return t`${from} to ${to}`;
}

/** "7 Sept 2026 to 29 Nov 2026", "January 2026 to March 2026": from the first to the last; nothing of none. */
export function spanWords(periods: readonly Pick<Period, 'start'>[], by: By): string | undefined {
  const [first, last] = [periods[0]?.start, periods.at(-1)?.start];
  if (!first || !last) return undefined;
  if (first === last) return periodWords(first, by);
  const one = (start: string) => words(start, by === 'week' ? shapes.day : shapes.month);
  const [from, to] = [one(first), one(by === 'week' ? addDays(last, 6) : last)];
  return t`${from} to ${to}`;
}

/** Check-ins answered, among those answered or out of time. */
const due = ({ counts: { answered, unanswered } }: Period) => (answered ?? 0) + (unanswered ?? 0);

/** The share of check-ins that were answered, in percent; null where there are none. */
export const responseRate = (period: Period): number | null =>
  due(period) === 0 ? null : Math.round(((period.counts.answered ?? 0) / due(period)) * 100);

/** "93 % of 252", "1 of 1". */
export const responseWords = (period: Period): string => shareOf(period.counts.answered ?? 0, due(period));
