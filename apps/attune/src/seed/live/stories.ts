import { seedTherapists, type SeedClient } from '../clinic.ts';
import { todaysAnswers } from '../todays-answers.ts';

/**
 * What happens to a few clients in the live weeks, so that there is something of everything to be seen: a rupture that
 * is repaired, one that is not, one that nobody looks at in time, one that a supervisor takes up; somebody who does not
 * answer or does not come; an answer about harm; an outcome that gets worse.
 */
export type Story =
  'repaired' | 'unrepaired' | 'unheard' | 'heard-above' | 'silent' | 'missing' | 'harm' | 'worse';

/** By place in the list of therapists; the demo `therapist` is the first. */
const told: readonly (readonly Story[])[] = [
  ['repaired', 'unrepaired', 'missing'],
  ['repaired', 'silent'],
  ['unrepaired', 'harm'],
  ['repaired', 'heard-above'],
  ['repaired'],
  ['repaired', 'missing'],
  ['repaired', 'unheard'],
  ['unrepaired', 'worse'],
  ['repaired', 'silent'],
  ['unheard', 'repaired'],
  ['repaired', 'harm'],
  ['missing', 'repaired'],
  ['silent', 'unrepaired'],
  ['repaired', 'worse'],
  ['silent', 'repaired'],
];

/** Who has which story: clients who are seen every week and whose alliance was good so far. Pure. */
export function storiesOf(clients: readonly SeedClient[]): ReadonlyMap<string, Story> {
  const taken = new Set(todaysAnswers(clients).map(({ client }) => client.clientId));
  const good = clients.filter(
    ({ clientId, active, everyWeeks, sessions, course }) =>
      active &&
      everyWeeks === 1 &&
      sessions >= 8 &&
      (course === 'stable-high' || course === 'rising') &&
      !taken.has(clientId),
  );
  const pairs = told.flatMap((own, place) => {
    const theirs = good.filter(({ therapistId }) => therapistId === seedTherapists[place]?.personId);
    return own.map((story) => {
      // Whom no request reaches is not silent.
      const index = theirs.findIndex(({ mail }) => mail || story !== 'silent');
      const [client] = index < 0 ? [] : theirs.splice(index, 1);
      if (!client) throw new Error(`too few clients for the stories of therapist ${place}`);
      return [client.clientId, story] as const;
    });
  });
  return new Map(pairs);
}

/** How far a story's alliance lies from what was usual for the client, one number for each answer; the last goes on. */
const falls: Partial<Record<Story, readonly number[]>> = {
  // A V: down at once, and back within three weeks.
  repaired: [-17, -6, 1],
  // Down, and then not far enough down to be a further rupture, but not back either.
  unrepaired: [-16, -6, -5, -6, -5, -6],
  unheard: [0, -15, -13],
  'heard-above': [-14, -5, 0],
};

/** What the client answers, of a total from 12 to 60; null where the course goes on as it was. Pure. */
export function allianceIn(story: Story | undefined, usual: number, answer: number): number | null {
  const fall = story && falls[story];
  if (!fall) return null;
  const change = fall[Math.min(answer, fall.length - 1)] as number;
  return Math.max(12, Math.min(60, Math.round(usual) + change));
}

/** @param left how many sessions of the live weeks are left, this one included */
export const fateIn = (story: Story, left: number) =>
  story === 'missing' && left <= 2 ? ('missed' as const) : ('completed' as const);

/** PHQ-9 as it was last; reliably worse than at the start, or with one point of it about harm, in those stories. */
export function outcomeIn(story: Story | undefined, totals: readonly number[]): number {
  const last = totals.at(-1) ?? 8;
  if (story === 'worse') return Math.min(24, (totals[0] ?? 12) + 8);
  return story === 'harm' ? Math.max(10, last) : last;
}
