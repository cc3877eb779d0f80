import { Temporal } from 'temporal-polyfill';

/** When a clinic works, by its own clock. */
export interface WorkingCalendar {
  /** IANA time zone. */
  readonly zone: string;
  /** Weekday 1 (Monday) to 7 (Sunday); times as `09:00`, the end not included, `24:00` for the end of the day. */
  readonly workingHours: readonly { readonly weekday: number; readonly from: string; readonly to: string }[];
  /** Days on which nobody works, as `2026-12-25`. */
  readonly holidays: readonly string[];
}

/** Nobody is kept waiting longer than this for a clinic that does not work, or hardly. */
const mostDays = 31;

/**
 * The instant at which so much working time has passed.
 * @param minutes working minutes, 0 or more
 * @returns an instant inside working hours or at their end; after a month at the latest, whatever the calendar says
 */
export function afterWorkingTime(from: Date, minutes: number, calendar: WorkingCalendar): Date {
  const start = Temporal.Instant.fromEpochMilliseconds(from.getTime());
  const first = start.toZonedDateTimeISO(calendar.zone).toPlainDate();
  let left = minutes * 60_000;
  for (let day = 0; day <= mostDays; day++) {
    for (const [opens, closes] of shiftsOn(first.add({ days: day }), calendar)) {
      const begins = Math.max(opens, from.getTime());
      if (closes <= begins) continue;
      if (left <= closes - begins) return new Date(begins + left);
      left -= closes - begins;
    }
  }
  return new Date(from.getTime() + mostDays * 24 * 60 * 60 * 1000);
}

/** The hours worked on a day, earliest first, as epoch milliseconds; what overlaps is worked once. */
function shiftsOn(day: Temporal.PlainDate, calendar: WorkingCalendar): [number, number][] {
  if (calendar.holidays.includes(day.toString())) return [];
  const at = (time: string) => {
    const [date, clock] = time === '24:00' ? [day.add({ days: 1 }), '00:00'] : [day, time];
    return date.toZonedDateTime({ timeZone: calendar.zone, plainTime: clock }).epochMilliseconds;
  };
  const shifts = calendar.workingHours
    .filter(({ weekday }) => weekday === day.dayOfWeek)
    .map(({ from, to }): [number, number] => [at(from), at(to)])
    .toSorted(([one], [other]) => one - other);
  let worked = -Infinity;
  return shifts.flatMap(([opens, closes]): [number, number][] => {
    const begins = Math.max(opens, worked);
    worked = Math.max(worked, closes);
    return closes > begins ? [[begins, closes]] : [];
  });
}
