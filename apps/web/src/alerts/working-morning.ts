import type { Clinic } from '../api/admin.ts';
import { instantAt, wallTimeOf } from '../forms/wall-time.ts';

export type Calendar = Pick<Clinic, 'zone' | 'workingHours' | 'holidays'>;

const dayMs = 24 * 60 * 60 * 1000;
/** So that the longest is not refused for the time it takes to get there. */
const spareMs = 60_000;

/**
 * The morning on which an alert that is put off waits again: when the clinic begins to work, so many days from now by
 * its calendar or on the next day that it works.
 * @param days 1 or more
 * @param mostDays the longest that the clinic allows; where that is over before, the last morning until then
 */
export function workingMorning(calendar: Calendar, days: number, mostDays: number, now: number): string {
  const latest = new Date(now + mostDays * dayMs - spareMs).toISOString();
  const mornings = Array.from({ length: mostDays }, (_, index) => morningOf(calendar, index + 1, now)).filter(
    (morning) => morning !== null && morning.at <= latest,
  );
  const found = mornings.find((morning) => morning !== null && morning.day >= days) ?? mornings.at(-1);
  return found?.at ?? latest;
}

/** When the clinic begins to work on a day; null where it does not work. */
function morningOf({ zone, workingHours, holidays }: Calendar, day: number, now: number) {
  const today = Date.parse(`${wallTimeOf(new Date(now), zone).slice(0, 10)}T00:00:00Z`);
  const date = new Date(today + day * dayMs);
  const name = date.toISOString().slice(0, 10);
  const weekday = date.getUTCDay() || 7;
  const [opens] = workingHours
    .filter((hours) => hours.weekday === weekday)
    .map(({ from }) => from)
    .toSorted();
  if (opens === undefined || holidays.includes(name)) return null;
  return { day, at: instantAt(`${name}T${opens}`, zone) };
}
