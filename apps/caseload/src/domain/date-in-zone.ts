import { Temporal } from 'temporal-polyfill';

/** The date that the calendars of a time zone show at an instant, as `2026-11-23`. */
export function dateInZone(at: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}
