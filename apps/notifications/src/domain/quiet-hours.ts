import { Temporal } from 'temporal-polyfill';

/** From when to when nobody is written to, by the reader's own clock; `22:00` to `07:00` goes over midnight. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/**
 * The end of the quiet hours that an instant lies in, or null where it lies outside of them.
 * @param zone IANA time zone of the reader
 */
export function quietUntil(now: Date, zone: string, { from, to }: QuietHours): Date | null {
  if (from === to) return null;
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  const [begins, ends] = [Temporal.PlainTime.from(from), Temporal.PlainTime.from(to)];
  const isAfter = (time: Temporal.PlainTime) => Temporal.PlainTime.compare(local.toPlainTime(), time) >= 0;
  const overMidnight = Temporal.PlainTime.compare(begins, ends) > 0;
  const quiet = overMidnight ? isAfter(begins) || !isAfter(ends) : isAfter(begins) && !isAfter(ends);
  if (!quiet) return null;
  const day = overMidnight && isAfter(begins) ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate();
  return new Date(day.toZonedDateTime({ timeZone: zone, plainTime: ends }).epochMilliseconds);
}
