import { describe, expect, test } from '@jest/globals';
import { clientCount, clinic } from './clinic.ts';
import { historyOf, peopleOf, relationshipsOf } from './history.ts';
import { asKnownAt } from './import-history.ts';
import { todaysAnswers } from './todays-answers.ts';

const anchor = new Date('2026-11-23T12:00:00Z');
const clients = clinic();
const histories = clients.map((client) => historyOf(client, anchor));
const sessions = histories.flatMap((history) => history.sessions);
const responses = histories.flatMap((history) => history.responses);

describe('the synthetic clinic', () => {
  test('is the same every time', () => {
    expect(clinic()).toEqual(clients);
    expect(clients.map((client) => historyOf(client, anchor))).toEqual(histories);
  });

  test('has 400 clients with a therapist and a supervisor each', () => {
    expect(clients).toHaveLength(clientCount);
    expect(new Set(clients.map(({ therapistId }) => therapistId)).size).toBe(15);
    expect(new Set(clients.map(({ supervisorId }) => supervisorId)).size).toBe(3);
    expect(peopleOf(clients)).toHaveLength(400 + 15 + 3 + 1 + 2 + 1);
    expect(clients.flatMap((client) => relationshipsOf(client, anchor))).toHaveLength(800);
  });

  test('covers a year and looks two weeks ahead', () => {
    const starts = sessions.map(({ startsAt }) => startsAt).sort();
    expect(starts[0]?.slice(0, 7)).toMatch(/^2025-(11|12)$/);
    expect(sessions.length).toBeGreaterThan(4_000);
    expect(responses.length).toBeGreaterThan(4_000);
    expect(sessions.some(({ status }) => status === 'booked')).toBe(true);
  });

  test('gives every record an id of its own', () => {
    const ids = [
      ...sessions.map(({ sessionId }) => sessionId),
      ...responses.map(({ responseId }) => responseId),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('books no therapist twice', () => {
    const taken = sessions.map(({ therapistId, startsAt }) => `${therapistId} ${startsAt}`);
    expect(new Set(taken).size).toBe(taken.length);
  });

  test('has no response from the future, and none before its session has ended', () => {
    const ends = new Map(sessions.map(({ sessionId, endsAt }) => [sessionId, endsAt]));
    for (const { answeredAt, sessionId } of responses) {
      expect(answeredAt > (ends.get(sessionId) as string)).toBe(true);
      expect(answeredAt <= anchor.toISOString()).toBe(true);
    }
  });

  test('keeps sessions within the care relationship', () => {
    for (const [index, client] of clients.entries()) {
      const [primary] = relationshipsOf(client, anchor);
      const own = histories[index]?.sessions ?? [];
      expect(own.every(({ startsAt }) => startsAt > (primary?.from as string))).toBe(true);
      expect(own.every(({ endsAt }) => !primary?.to || endsAt < primary.to)).toBe(true);
    }
  });

  test('leaves nobody in treatment with a weak alliance, so that the ruptures of today stand out', () => {
    const inTreatment = new Set(clients.filter(({ active }) => active).map(({ clientId }) => clientId));
    const newest = new Map<string, number>();
    for (const { clientId, instrument, total } of responses) {
      if (instrument === 'alliance' && inTreatment.has(clientId)) newest.set(clientId, total);
    }
    expect(Math.min(...newest.values())).toBeGreaterThanOrEqual(36);
  });

  test('has six ruptures today, two of them with the demo therapist, who also has an answer about harm', () => {
    const all = todaysAnswers(clients);
    expect(new Set(all.map(({ client }) => client.clientId)).size).toBe(7);
    const ruptures = all.filter(({ instrument }) => instrument === 'alliance');
    expect(ruptures).toHaveLength(6);
    expect(ruptures.every(({ total }) => total < 36)).toBe(true);
    const own = all.filter(({ client }) => client.therapistId === clients[0]?.therapistId);
    expect(own.map(({ instrument, harm }) => [instrument, harm])).toEqual([
      ['alliance', 0],
      ['alliance', 0],
      ['outcome', 1],
    ]);
  });

  test('knew three weeks ago what had happened by then, and had booked the rest', () => {
    const from = new Date('2026-11-02T02:00:00Z');
    for (const session of sessions) {
      const known = asKnownAt(from)(session);
      const lay = session.startsAt > from.toISOString();
      expect(known.status).toBe(lay ? 'booked' : session.status);
    }
  });
});
