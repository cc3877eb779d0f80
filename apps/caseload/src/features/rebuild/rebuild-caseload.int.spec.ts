import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { readConfig } from '@attune/platform';
import { alertOf, careOf, eventually, inDays, personOf, sessionOf, totalOf } from '@attune/testing';
import { CaseloadModule } from '../../caseload.module.ts';
import { caseloadService, type CaseloadService } from '../../test-stack/caseload-service.ts';
import { rebuildCaseload, type Rebuild } from './rebuild-caseload.ts';

// A real broker on a busy machine takes its time.
jest.setTimeout(120_000);

let service: CaseloadService;
const therapist = randomUUID();
const clients = Array.from({ length: 12 }, () => randomUUID());

/** A course in small, told by every kind of event that the read model is made of. */
async function tell(client: string) {
  const [first, next] = [sessionOf(client, therapist, -14), sessionOf(client, therapist, 7)];
  const [open, closed, voided] = [alertOf(client, 'high'), alertOf(client, 'low'), totalOf(client, 12, 1)];
  await service.publish(
    personOf(client, `Client ${client.slice(0, 4)}`).registered,
    careOf(client, { staffId: therapist, from: inDays(-300) }).begins,
    ...[first.booked, first.completed, next.booked, closed.raised, open.raised, closed.resolved],
    ...[totalOf(client, 50, 14).scored, totalOf(client, 30, 7).scored, voided.scored, voided.withdrawn],
  );
}

beforeAll(async () => {
  service = await caseloadService();
  await service.publish(personOf(therapist, 'Sample Therapist', 'staff').registered);
  await Promise.all(clients.map(tell));
  await service.settled();
}, 90_000);
afterAll(() => service.stop());

const rebuild = (how: Partial<Rebuild> = {}) => {
  const { database, issuer, kafka } = service;
  const config = readConfig({ ...database.env, ...issuer.env, ...kafka?.env });
  return rebuildCaseload({ config, module: CaseloadModule, check: false, say: () => undefined, ...how });
};
const check = () => rebuild({ check: true });
const operations = { person: randomUUID(), roles: ['operations' as const] };
const total = async () => (await service.get('/clients?limit=5', { as: operations })).body.total;
const harm = async () => {
  await service.database.query(
    `UPDATE client_entry SET trend = '{1,2}', last_score = 12 WHERE client_id = $1`,
    [clients[0]],
  );
  await service.database.query('DELETE FROM course_point WHERE client_id = $1', [clients[1]]);
  await service.database.query(`INSERT INTO staff VALUES (gen_random_uuid(), 'Nobody')`);
};

it('comes to the same, row for row, as what serves', async () => {
  // A replica of the release before is at work, too.
  await service.database.query('UPDATE client_entry SET known_at = now()');
  expect(await check()).toEqual({ outcome: 'same', differences: [] });
});

it('tells what differs and changes nothing when it is only to compare', async () => {
  await harm();
  expect(await check()).toEqual({
    outcome: 'differs',
    differences: [
      {
        ...{ table: 'client_entry', missing: 1, extra: 1 },
        rows: [{ key: clients[0], only: null, columns: ['last_score', 'trend'] }],
      },
      {
        ...{ table: 'course_point', missing: 2, extra: 0 },
        rows: Array(2).fill({ key: expect.stringMatching(/./), only: 'rebuilt', columns: [] }),
      },
      {
        ...{ table: 'staff', missing: 0, extra: 1 },
        rows: [{ key: expect.stringMatching(/^[0-9a-f-]{36}$/), only: 'serving', columns: [] }],
      },
    ],
  });
  expect(await service.client(clients[0]!)).toMatchObject({ trend: [1, 2] });
});

it('puts right what differs while the old one serves, with what comes meanwhile, once', async () => {
  let [over, least] = [false, Infinity];
  const reading = (async () => {
    while (!over) least = Math.min(least, await total());
  })();
  const late = Array.from({ length: 20 }, () => randomUUID());
  const writing = (async () => {
    for (const client of late) await tell(client);
  })();
  const board = { views: [{ name: 'Mine', search: {} }], hidden: [] };
  await service.put('/board', { as: operations, body: board, match: 0 });
  expect(await rebuild()).toMatchObject({ outcome: 'adopted' });
  await writing;
  over = true;
  await reading;
  expect(least).toBeGreaterThanOrEqual(clients.length);
  await service.settled();
  expect(await service.client(clients[0]!)).toMatchObject({ trend: [50, 30], lastScore: { value: 30 } });
  // What people keep is made of no event.
  expect((await service.get('/board', { as: operations })).body).toEqual({ ...board, version: 1 });
  // What serves goes on where the copy stood: nothing is missing, nothing waits, nothing came twice.
  expect(await service.database.query('SELECT FROM parked_event')).toEqual([]);
  expect(await check()).toEqual({ outcome: 'same', differences: [] });
  const left = await service.database.query(`SELECT FROM pg_tables WHERE schemaname = 'caseload_rebuild'`);
  expect(left).toEqual([]);
});

it('is one at a time, and leaves everything as it was when it is given up', async () => {
  await harm();
  let [asked, second] = [0, Promise.resolve<unknown>(null)];
  const given = rebuild({
    over: () => {
      asked += 1;
      if (asked === 1) second = rebuild();
      return true;
    },
  });
  await expect(given).rejects.toThrow('given up');
  expect(await second).toMatchObject({ outcome: 'refused', why: expect.stringContaining('under way') });
  expect(await service.client(clients[0]!)).toMatchObject({ trend: [1, 2] });
  expect(await rebuild()).toMatchObject({ outcome: 'adopted' });
  expect(await service.client(clients[0]!)).toMatchObject({ trend: [50, 30] });
});

it('leaves out what an administrator has left out', async () => {
  const client = randomUUID();
  const admin = { person: randomUUID(), roles: ['admin' as const] };
  const voided = totalOf(client, 44);
  await service.publish(personOf(client, 'Waiting Client').registered, voided.scored);
  await service.settled();
  await service.database.query(
    `UPDATE outbox_key SET last = last + 1 WHERE key = $1 AND topic LIKE '%scores'`,
    [client],
  );
  await service.publish(voided.withdrawn);
  const letters = async () => (await service.get('/dead-letters', { as: admin })).body.items;
  const [letter] = await eventually(letters, (items) => items.length === 1);
  const body = { reason: 'lost in a test' };
  // Waiting in both it stays as it is.
  expect(await check()).toMatchObject({ outcome: 'same' });
  await service.post(`/dead-letters/${letter.id}/skip`, { as: admin, body });
  expect(await rebuild()).toMatchObject({ outcome: 'adopted', differences: [] });
  expect(await letters()).toEqual([]);
  expect(await service.client(client)).toMatchObject({ behind: false, lastScore: null });
});
