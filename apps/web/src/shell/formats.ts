import { t } from '@lingui/core/macro';
import { region } from '../language/language.ts';

const minute = 60_000;

/** How long ago, in the largest unit that fits. */
export function ago(instant: string, now: number): string {
  const relative = new Intl.RelativeTimeFormat(region(), { numeric: 'auto' });
  const minutes = Math.round((new Date(instant).getTime() - now) / minute);
  if (Math.abs(minutes) < 1) return t`just now`;
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return Math.abs(hours) < 24
    ? relative.format(hours, 'hour')
    : relative.format(Math.round(hours / 24), 'day');
}

/** A date as people of the clinic read it, in the given zone or that of this device. */
export function day(instant: string, timeZone?: string | null): string {
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
  return new Intl.DateTimeFormat(region(), { ...options, ...(timeZone && { timeZone }) }).format(
    new Date(instant),
  );
}

/** The same in little room: the year only where it is another than now. */
export function shortDay(instant: string, now: number, timeZone?: string | null): string {
  const year = (at: number | string) =>
    new Intl.DateTimeFormat(region(), { year: 'numeric', ...(timeZone && { timeZone }) }).format(
      new Date(at),
    );
  const told = day(instant, timeZone);
  return year(instant) === year(now) ? told.replace(/ \d{4}$/, '') : told;
}

export function moment(instant: string, timeZone?: string | null): string {
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' };
  return new Intl.DateTimeFormat(region(), { ...options, ...(timeZone && { timeZone }) }).format(
    new Date(instant),
  );
}

/** A time of these days: "Tue, 13:00". */
export function dayAndTime(instant: string, timeZone?: string | null): string {
  const options: Intl.DateTimeFormatOptions = { weekday: 'short', hour: '2-digit', minute: '2-digit' };
  return new Intl.DateTimeFormat(region(), { ...options, ...(timeZone && { timeZone }) }).format(
    new Date(instant),
  );
}

/** At most one decimal: a total with a missing item is extrapolated. */
export const tidy = (value: number) => Math.round(value * 10) / 10;

/** A whole number with its thousands apart. */
export const whole = (value: number) => new Intl.NumberFormat(region()).format(value);
