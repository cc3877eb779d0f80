import { msg } from '@lingui/core/macro';
import type { Hours } from '../../api/admin.ts';

export const weekdays = [
  msg`Monday`,
  msg`Tuesday`,
  msg`Wednesday`,
  msg`Thursday`,
  msg`Friday`,
  msg`Saturday`,
  msg`Sunday`,
] as const;

/** "09:00–12:30, 13:30–18:00". */
export const hoursText = (hours: readonly Hours[], weekday: number): string =>
  hours
    .filter((one) => one.weekday === weekday)
    .toSorted((one, other) => one.from.localeCompare(other.from))
    .map(({ from, to }) => `${from}–${to}`)
    .join(', ');

const span = /^(\d{1,2}:\d\d)\s*[-–]\s*(\d{1,2}:\d\d)$/;

/** The hours that a text says; null where it cannot be read. */
export function hoursOf(text: string, weekday: number): Hours[] | null {
  const parts = text.split(',').map((part) => part.trim());
  if (parts.every((part) => part === '')) return [];
  const read = parts.map((part) => span.exec(part));
  if (read.includes(null)) return null;
  return read.map((match) => ({ weekday, from: padded(match?.[1]), to: padded(match?.[2]) }));
}

const padded = (time = '') => time.padStart(5, '0');
