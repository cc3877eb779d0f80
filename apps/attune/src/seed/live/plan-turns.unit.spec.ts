import { describe, expect, test } from '@jest/globals';
import { clinic } from '../clinic.ts';
import { historyOf } from '../history.ts';
import { absenceAround, cancelledBy } from './absence.ts';
import { isLive, planTurns, type Turn } from './plan-turns.ts';
import { storiesOf, type Story } from './stories.ts';

const clients = clinic();
const stories = storiesOf(clients);
const isOf = (story: Story) => (turn: Turn) => stories.get(turn.client.clientId) === story;

// A Monday night, a noon in the middle of the week, a Sunday, the week of the change of the clocks.
describe.each([
  '2026-11-30T02:00:00Z',
  '2026-12-02T11:00:00Z',
  '2026-11-29T17:00:00Z',
  '2026-04-07T15:00:00Z',
])('the last weeks before %s', (now) => {
  const anchor = new Date(now);
  const histories = clients.map((client) => historyOf(client, anchor));
  const steps = planTurns(clients, histories, anchor);
  const turns = steps.flatMap((step) => step.turns.map((turn) => ({ ...turn, at: step.at })));

  test('go forward and end now', () => {
    const times = steps.map(({ at }) => at.getTime());
    expect(times).toEqual([...new Set(times)].toSorted((one, other) => one - other));
    expect(times.at(-1)).toBe(anchor.getTime());
  });

  test('write up each session once, after it was over, but for those of a therapist who is away', () => {
    const isCancelled = cancelledBy(absenceAround(anchor));
    const sessions = histories.flatMap((history) => history.sessions).filter((one) => isLive(one, anchor));
    const written = turns.flatMap(({ session, at }) => (session ? [{ session, at }] : []));
    expect(written.map(({ session }) => session.sessionId).toSorted()).toEqual(
      sessions
        .filter((session) => !isCancelled(session))
        .map(({ sessionId }) => sessionId)
        .toSorted(),
    );
    expect(written.every(({ session, at }) => at >= new Date(session.endsAt))).toBe(true);
    expect(sessions.filter(isCancelled).length).toBeGreaterThan(0);
  });

  test('have most answered, none about a session that was not held, and harm in two clients only', () => {
    const answered = turns.filter(({ answer }) => answer);
    const held = turns.filter(({ session }) => session?.status === 'completed');
    const ofThem = new Set(answered.map(({ client, at }) => `${client.clientId} ${at.toISOString()}`));
    const nextTo = (at: Date) => steps.find((step) => step.at > at)?.at ?? at;
    const share =
      held.filter(({ client, at }) =>
        [at, nextTo(at)].some((time) => ofThem.has(`${client.clientId} ${time.toISOString()}`)),
      ).length / held.length;
    expect(share).toBeGreaterThan(0.8);
    expect(share).toBeLessThan(0.98);
    for (const { session } of answered) expect(['completed', undefined]).toContain(session?.status);
    const harmed = new Set(turns.flatMap(({ client, answer }) => (answer?.harm ? [client.clientId] : [])));
    expect(harmed.size).toBe(2);
  });

  test('tell the stories', () => {
    const silent = turns.filter(isOf('silent'));
    expect(silent.some(({ answer }) => answer)).toBe(false);
    expect(silent.every(({ client }) => client.mail)).toBe(true);
    const missed = turns.filter(isOf('missing')).filter(({ session }) => session?.status === 'missed');
    expect(missed.length).toBe(2 * [...stories.values()].filter((story) => story === 'missing').length);
    for (const clientId of stories.keys()) {
      if (stories.get(clientId) !== 'unrepaired') continue;
      const course = turns.filter(({ client, answer }) => client.clientId === clientId && answer);
      // The rupture and four that do not come back: so many are waited for.
      expect(course.length).toBeGreaterThanOrEqual(5);
    }
  });
});
