import { addDays, atLocalHour } from '../calendar.ts';
import { seedTherapists } from '../clinic.ts';
import { zone, type SeedSession } from '../history.ts';

const [away, standsIn] = [4, 5];

/** One therapist is away at the end of the live weeks, and still is; a colleague of the same team covers. Pure. */
export function absenceAround(anchor: Date) {
  const day = (days: number) => atLocalHour(addDays(anchor, days), 0, zone).toISOString();
  const idOf = (place: number) => seedTherapists[place]?.personId as string;
  return { staffId: idOf(away), coverId: idOf(standsIn), from: day(-5), to: day(4) };
}

/** What does not take place because of it. Pure. */
export function cancelledBy({ staffId, from, to }: ReturnType<typeof absenceAround>) {
  return ({ therapistId, startsAt }: Pick<SeedSession, 'therapistId' | 'startsAt'>) =>
    therapistId === staffId && startsAt >= from && startsAt < to;
}
