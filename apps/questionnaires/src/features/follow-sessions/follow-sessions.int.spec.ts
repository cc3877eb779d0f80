import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { careOf, eventually, inDays, personOf } from '@attune/testing';
import { cadenceService, sessionOf, type CadenceService } from '../../test-stack/cadence-service.ts';
import { alliance } from '../../test-stack/running-service.ts';

let service: CadenceService;
beforeAll(async () => {
  service = await cadenceService();
}, 90_000);
afterAll(() => service.stop());

const day = 86_400_000;

it('a session that took place asks the client, by what ships with the platform, to be told by a message', async () => {
  const { client } = await service.inCare();
  const session = sessionOf(client);
  await service.happen(session.completed());
  const [issued, ...more] = await service.told(client);
  expect(more).toEqual([]);
  expect(issued).toMatchObject({
    ...{ what: 'request-issued', clientId: client, sessionId: session.sessionId },
    ...{ instrument: { url: alliance }, policy: 'after-every-session', delivery: 'message' },
  });
  const noted = await service.database.query(
    `SELECT person_id, action FROM audit_entry WHERE $1 = ANY (client_ids) AND action = 'issue-request'`,
    [client],
  );
  expect(noted).toEqual([{ person_id: null, action: 'issue-request' }]);
  expect(Date.parse(issued!.expiresAt) - Date.parse(issued!.issuedAt)).toBe(4 * day);
  expect(await service.requests(client)).toMatchObject([
    { status: 'open', policy: 'after-every-session', delivery: 'message', remindersSent: 0 },
  ]);
}, 30_000);

it('one that was told of twice asks once, and a second does not ask again what is still open', async () => {
  const { client } = await service.inCare();
  const session = sessionOf(client);
  await service.happen(session.completed());
  await service.happen(session.completed(), sessionOf(client).completed());
  expect((await service.told(client)).map(({ sessionId }) => sessionId)).toEqual([session.sessionId]);
}, 30_000);

it('history that is taken over asks nobody, and neither does a session of long ago', async () => {
  const { client } = await service.inCare();
  await service.happen(
    sessionOf(client, { hoursAgo: 2 }).completed({ imported: true }),
    sessionOf(client, { hoursAgo: 4 * 24 + 1 }).completed(),
  );
  expect(await service.told(client)).toEqual([]);
  expect(await service.database.query('SELECT FROM planned_request WHERE client_id = $1', [client])).toEqual(
    [],
  );
}, 30_000);

it('a client whose care has ended is asked nothing, and one who was erased neither', async () => {
  const { client: ended } = await service.inCare({ to: inDays(-1) });
  const { client: erased } = await service.inCare();
  await service.happen(personOf(erased, 'Sample Person').erased);
  await service.happen(sessionOf(ended).completed(), sessionOf(erased).completed());
  expect(await service.told(ended)).toEqual([]);
  expect(await service.told(erased)).toEqual([]);
}, 30_000);

describe('whatever order people, care and sessions arrive in', () => {
  const [person, care, session] = ['person', 'care', 'session'] as const;
  it.each([
    [[person, care, session]],
    [[person, session, care]],
    [[care, person, session]],
    [[care, session, person]],
    [[session, person, care]],
    [[session, care, person]],
  ])(
    'the client is asked once: %s',
    async (order) => {
      const client = randomUUID();
      const events = {
        person: personOf(client, 'Sample Person').registered,
        care: careOf(client, { staffId: randomUUID(), from: inDays(-1) }).begins,
        session: sessionOf(client).completed(),
      };
      for (const which of order) {
        expect(await service.told(client)).toEqual([]);
        await service.happen(events[which]);
      }
      const told = await eventually(
        () => service.told(client),
        ({ length }) => length > 0,
      );
      expect(told.map(({ what }) => what)).toEqual(['request-issued']);
    },
    30_000,
  );
});

it('a client whose care is in doubt is asked when it is known again', async () => {
  const { client } = await service.inCare();
  await service.parkCare(client);
  await service.happen(sessionOf(client).completed());
  expect(await service.told(client)).toEqual([]);
  await service.database.query('DELETE FROM parked_event WHERE key = $1', [client]);
  await service.moveClock(120_000);
  await eventually(
    () => service.told(client),
    ({ length }) => length === 1,
  );
  await service.moveClock(0);
}, 30_000);

it('a session of a client of whom nothing else is ever heard is forgotten in the end', async () => {
  const client = randomUUID();
  await service.happen(sessionOf(client).completed());
  const waiting = () => service.database.query('SELECT FROM planned_request WHERE client_id = $1', [client]);
  expect(await waiting()).toHaveLength(1);
  await service.moveClock(5 * day);
  await eventually(waiting, ({ length }) => length === 0);
  await service.moveClock(0);
  expect(await service.told(client)).toEqual([]);
}, 30_000);

it.each(['cancelled', 'missed'] as const)(
  'a session that was %s takes back what was asked about it and is unanswered',
  async (fate) => {
    const { client, therapist } = await service.inCare();
    const as = { person: therapist, roles: ['therapist' as const] };
    const [session, other] = [sessionOf(client), sessionOf(client)];
    const ask = (sessionId: string) =>
      service.post('/requests', { as, body: { clientId: client, instrument: { url: alliance }, sessionId } });
    const { requestId } = (await ask(session.sessionId)).body;
    await ask(other.sessionId);
    await service.happen(session[fate]);
    const revoked = (await service.told(client)).filter(({ what }) => what === 'request-revoked');
    expect(revoked).toMatchObject([{ requestId, delivery: 'by-hand' }]);
    const statuses = (await service.requests(client)).map(({ status }: { status: string }) => status);
    expect(statuses.sort()).toEqual(['open', 'revoked']);
    const noted = await service.database.query(
      `SELECT person_id, client_ids, subject FROM audit_entry WHERE action = 'revoke-request' AND subject = $1`,
      [requestId],
    );
    expect(noted).toEqual([{ person_id: null, client_ids: [client], subject: requestId }]);
  },
  30_000,
);
