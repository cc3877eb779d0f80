import { demoStaff } from '@attune/local';
import { drawCourse, type CourseKind } from './alliance-course.ts';
import { inventName } from './client-names.ts';
import { seedId } from './ids.ts';
import { chance, type Chance } from './random.ts';

/** One invented client and how the therapy goes. */
export interface SeedClient {
  readonly index: number;
  readonly clientId: string;
  readonly name: string;
  readonly therapistId: string;
  readonly supervisorId: string;
  readonly course: CourseKind;
  /** Fixed place in the therapist's week: weekday 0 (Monday) to 4, hour of the day. */
  readonly slot: { readonly weekday: number; readonly hour: number };
  /** Weeks before the anchor at which therapy began, and how many weeks it went on for (to 0: until now). */
  readonly weeksAgo: number;
  readonly sessions: number;
  readonly everyWeeks: number;
  readonly active: boolean;
  /** Takes mail; who does not answers by the code on the clinic's screen. */
  readonly mail: boolean;
}

export const clientCount = 400;
const seed = 20_251;
const hours = [8, 9, 10, 11, 13, 14, 15, 16, 17];

const withRole = (role: string) =>
  demoStaff.filter(({ roles }) => (roles as readonly string[]).includes(role));
export const seedTherapists = withRole('therapist');
export const seedSupervisors = withRole('supervisor');

/** The whole clinic, the same every time. Pure. */
export function clinic(): SeedClient[] {
  return Array.from({ length: clientCount }, (_, index) => client(index, chance(seed + index * 7_919)));
}

function client(index: number, random: Chance): SeedClient {
  const therapist = index % seedTherapists.length;
  const place = Math.floor(index / seedTherapists.length);
  const course = drawCourse(random);
  const everyWeeks = random.next() < 0.55 ? 1 : 2;
  const dropout = course === 'early-dropout';
  // Two thirds are in treatment now; the others finished some time in the year.
  const active = !dropout && random.next() < 0.68;
  const longest = everyWeeks === 1 ? 24 : 20;
  const sessions = dropout ? random.between(3, 5) : random.between(6, longest);
  const span = sessions * everyWeeks;
  const weeksAgo = active ? span : Math.min(52, span + random.between(4, 26));
  return {
    index,
    clientId: seedId('client', index),
    name: inventName(random),
    therapistId: seedTherapists[therapist]?.personId as string,
    supervisorId: seedSupervisors[therapist % seedSupervisors.length]?.personId as string,
    course,
    // Unique in each therapist's week, so nobody is booked twice.
    slot: { weekday: place % 5, hour: hours[Math.floor(place / 5)] as number },
    weeksAgo,
    sessions,
    everyWeeks,
    active,
    mail: place % 2 === 0,
  };
}
