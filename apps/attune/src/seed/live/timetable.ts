import { addDays, atLocalHour } from '../calendar.ts';
import { zone } from '../history.ts';

/** An instant at which the clinic is busy: in the morning alerts are answered, in the evening the day is written up. */
export interface Step {
  readonly at: Date;
  readonly kind: 'morning' | 'evening';
}

const hours = { morning: 10, evening: 18 } as const;
const liveDays = 21;

/** From when on the clinic works with Attune, and nothing is taken over from another system: a night. Pure. */
export const liveFrom = (anchor: Date): Date => atLocalHour(addDays(anchor, -liveDays), 3, zone);

/** Two steps on each weekday of the live weeks, and a last one at their end. Pure. */
export function timetable(anchor: Date): Step[] {
  const from = liveFrom(anchor);
  const midnight = new Date(from);
  midnight.setUTCHours(0, 0, 0, 0);
  const steps = Array.from({ length: liveDays + 1 }, (_, number) => addDays(midnight, number))
    .filter((date) => date.getUTCDay() !== 0 && date.getUTCDay() !== 6)
    .flatMap((date) =>
      (['morning', 'evening'] as const).map((kind) => ({ kind, at: atLocalHour(date, hours[kind], zone) })),
    )
    .filter(({ at }) => at > from && at < anchor);
  return [...steps, { kind: 'evening', at: anchor }];
}
