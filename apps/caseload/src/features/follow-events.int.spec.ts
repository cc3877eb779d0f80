import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { EventToAppend } from '@attune/contracts';
import { alertOf, careOf, eventually, inDays, personOf, sessionOf, totalOf } from '@attune/testing';
import { caseloadService, type CaseloadService } from '../test-stack/caseload-service.ts';

// A real broker on a busy machine takes its time.
jest.setTimeout(30_000);

let service: CaseloadService;
const therapist = randomUUID();
beforeAll(async () => {
  service = await caseloadService();
  await service.publish(personOf(therapist, 'Sample Therapist', 'staff').registered);
}, 90_000);
afterAll(() => service.stop());

/** A year of a client in small, told by five topics, and the row that it comes to. */
function courseOf(client: string) {
  const [past, open, closed] = [careOf(client, former()), alertOf(client, 'high'), alertOf(client, 'low')];
  const [first, last, next] = [-14, -7, 7].map((days) => sessionOf(client, therapist, days));
  const voided = totalOf(client, 12, 1);
  const person = personOf(client, 'Ana Ito');
  const topics: EventToAppend[][] = [
    [person.registered, person.changed({ name: 'Ana Ito-Berg' })],
    [past.begins, past.ends(inDays(-30)), careOf(client, { staffId: therapist, from: inDays(-30) }).begins],
    [first!.booked, last!.booked, first!.completed, last!.completed, next!.booked],
    [totalOf(client, 50, 14).scored, totalOf(client, 30, 7).scored, voided.scored, voided.withdrawn],
    [closed.raised, open.raised, closed.resolved],
  ];
  const row = {
    ...{ name: 'Ana Ito-Berg', therapist: { id: therapist, name: 'Sample Therapist' }, behind: false },
    ...{ lastSession: last!.startsAt, nextSession: next!.startsAt, trend: [50, 30] },
    lastScore: { value: 30, change: -20 },
    openAlerts: { count: 1, highest: 'high', unacknowledged: 1 },
    reasons: [
      'high alert waiting for an answer',
      'alliance 30 of 60, below 36',
      'alliance fell by 20 since last time',
    ],
  };
  return { topics, row };
}
const former = () => ({ staffId: randomUUID(), from: inDays(-300) });

/** Takes the next event of any topic that has one left. */
function shuffled(topics: readonly (readonly EventToAppend[])[]): EventToAppend[] {
  const left = topics.map((events) => [...events]);
  const order: EventToAppend[] = [];
  for (let some = left.filter(({ length }) => length > 0); some.length > 0;) {
    order.push(some[Math.floor(Math.random() * some.length)]!.shift()!);
    some = left.filter(({ length }) => length > 0);
  }
  return order;
}

describe('a client’s row', () => {
  it('comes to the same in whatever order the topics arrive', async () => {
    const clients = Array.from({ length: 8 }, () => randomUUID());
    const courses = clients.map(courseOf);
    const orders = courses.map(({ topics }) => shuffled(topics));
    for (let step = 0; step < orders[0]!.length; step += 1) {
      await service.publish(...orders.map((order) => order[step]!));
      await service.settled();
    }
    for (const [index, client] of clients.entries()) {
      expect(await service.client(client)).toMatchObject(courses[index]!.row);
    }
  }, 90_000);

  it('comes to the same when all topics arrive at once at two instances', async () => {
    await service.another();
    const clients = Array.from({ length: 40 }, () => randomUUID());
    const courses = clients.map(courseOf);
    await Promise.all(courses.flatMap(({ topics }) => topics.map((events) => service.publish(...events))));
    await service.settled();
    for (const [index, client] of clients.entries()) {
      expect(await service.client(client)).toMatchObject(courses[index]!.row);
    }
    expect(await service.database.query('SELECT FROM parked_event')).toEqual([]);
  }, 90_000);
});

it('a client whose events wait is marked as behind, and no longer once they are through', async () => {
  const client = randomUUID();
  const as = { person: randomUUID(), roles: ['therapist' as const] };
  const voided = totalOf(client, 44);
  await service.publish(personOf(client, 'Waiting Client').registered);
  await service.publish(careOf(client, { staffId: as.person, from: inDays(-9) }).begins, voided.scored);
  await service.settled();
  expect(await service.client(client, as)).toMatchObject({ behind: false });

  // A number that never came: what comes after it waits.
  await service.database.query(
    `UPDATE outbox_key SET last = last + 1 WHERE key = $1 AND topic LIKE '%scores'`,
    [client],
  );
  await service.publish(voided.withdrawn);
  await eventually(
    () => service.client(client, as),
    ({ behind }) => behind,
  );
  const listed = await service.get('/clients?search=waiting', { as });
  expect(listed.body.items).toMatchObject([{ clientId: client, behind: true, lastScore: { value: 44 } }]);

  const admin = { person: randomUUID(), roles: ['admin' as const] };
  const [letter] = (await service.get('/dead-letters', { as: admin })).body.items;
  const body = { reason: 'lost in a test' };
  expect((await service.post(`/dead-letters/${letter.id}/skip`, { as: admin, body })).body.resolved).toBe(
    true,
  );
  expect(await service.client(client, as)).toMatchObject({ behind: false, lastScore: null });
}, 60_000);

it('a client whose care is in doubt is shown to operations alone, as behind', async () => {
  const client = randomUUID();
  const as = { person: randomUUID(), roles: ['therapist' as const] };
  await service.publish(careOf(client, { staffId: as.person, from: inDays(-9) }).begins);
  await service.settled();
  expect(await service.client(client, as)).toMatchObject({ clientId: client });
  await service.parkCare(client);
  expect(await service.client(client, as)).toMatchObject({ status: 404 });
  expect(await service.client(client)).toMatchObject({ clientId: client, behind: true });
});

it('a handover planned ahead moves the client by the mere passing of time', async () => {
  const [client, next] = [randomUUID(), randomUUID()];
  await service.publish(
    careOf(client, { staffId: therapist, from: inDays(-9), to: inDays(2) }).begins,
    careOf(client, { staffId: next, from: inDays(2), to: inDays(4) }).begins,
  );
  await service.settled();
  const holder = async () => (await service.client(client)).therapist?.id;
  expect(await holder()).toBe(therapist);
  await service.moveClock(3 * 86_400_000);
  await eventually(holder, (id) => id === next);
  await service.moveClock(5 * 86_400_000);
  await eventually(holder, (id) => id === undefined);
}, 60_000);

it('a session that has begun is no longer the next one, by the mere passing of time', async () => {
  const client = randomUUID();
  const [soon, later] = [sessionOf(client, therapist, 6), sessionOf(client, therapist, 9)];
  await service.publish(soon.booked, later.booked);
  await service.settled();
  const ahead = async () => {
    const { nextSession, sessionsAhead } = await service.client(client);
    return { nextSession, sessionsAhead };
  };
  expect(await ahead()).toEqual({ nextSession: soon.startsAt, sessionsAhead: 2 });
  await service.moveClock(7 * 86_400_000);
  await eventually(ahead, ({ sessionsAhead }) => sessionsAhead === 1);
  expect(await ahead()).toEqual({ nextSession: later.startsAt, sessionsAhead: 1 });
}, 60_000);
