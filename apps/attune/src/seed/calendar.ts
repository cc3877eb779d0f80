import { Temporal } from 'temporal-polyfill';

const day = 24 * 60 * 60 * 1000;

export const addDays = (date: Date, days: number) => new Date(date.getTime() + days * day);

/** Midnight UTC of the Monday of the date's week. */
export function mondayOf(date: Date): Date {
  const midnight = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
  return new Date(midnight - ((date.getUTCDay() + 6) % 7) * day);
}

/** The instant at which the clocks of a zone show this whole hour on the date (its UTC day counts). */
export function atLocalHour(date: Date, hour: number, zone: string): Date {
  const day = Temporal.PlainDate.from(date.toISOString().slice(0, 10));
  return new Date(day.toZonedDateTime({ timeZone: zone, plainTime: { hour } }).epochMilliseconds);
}
