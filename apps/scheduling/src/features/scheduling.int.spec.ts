import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@attune/platform';
import { startService, type Call, type Caller, type StartedService } from '@attune/testing';
import { SchedulingModule } from '../scheduling.module.ts';

let service: StartedService;
const operations: Caller = { person: crypto.randomUUID(), roles: ['operations'] };
const therapist: Caller = { person: crypto.randomUUID(), roles: ['therapist'] };
const lead: Caller = { person: crypto.randomUUID(), roles: ['clinic-lead'] };
const stranger: Caller = { person: crypto.randomUUID(), roles: ['therapist'] };
const clientId = crypto.randomUUID();
const hour = 3_600_000;
const at = (hours: number) => new Date(Date.now() + hours * hour).toISOString();

const call = (method: 'GET' | 'POST', path: string, as: Caller, body?: object, key?: string) => {
  const how: Call = { as, ...(body && { body }), ...(key !== undefined && { key }) };
  return method === 'GET' ? service.get(path, how) : service.post(path, how);
};
const person = (personId: string, name: string, roles: readonly Role[] = []) => ({
  ...{
    personId,
    kind: roles.length > 0 ? 'staff' : 'client',
    name,
    email: null,
    phone: null,
    language: 'en',
  },
  ...{ zone: 'Europe/Berlin', roles, subject: null, consent: { email: false, sms: false } },
});
const session = (starts: number, more: object = {}) => ({
  ...{ clientId, therapistId: therapist.person, startsAt: at(starts), endsAt: at(starts + 1) },
  ...{ zone: 'Europe/Berlin', ...more },
});
const published = async (key: string) => (await service.published(key)).map(({ type }) => type.split('.')[2]);

beforeAll(async () => {
  service = await startService({ name: 'scheduling', module: SchedulingModule });
  const people = [
    person(clientId, 'Sample Client'),
    person(therapist.person, 'Sample Therapist', ['therapist']),
    person(stranger.person, 'Another Therapist', ['therapist']),
  ];
  await call('POST', '/imports', operations, { people });
  const care = { clientId, staffId: therapist.person, kind: 'primary', from: at(-48) };
  await call('POST', '/care-relationships', operations, care);
}, 60_000);
afterAll(() => service.stop());

describe('a name', () => {
  it.each(['\u200b\u200b', 'Ann\u202eevil', 'two\nlines'])(
    'is not %j, which nobody could read',
    async (name) => {
      const { status, body } = await call('POST', '/people', operations, {
        kind: 'client',
        name,
        zone: 'UTC',
      });
      expect([status, body.errors[0].pointer]).toEqual([400, '/name']);
    },
  );

  it.each(['Zoë', '王小明', 'नेहा', '👩🏽‍⚕️'])('may be %s', async (name) => {
    const { status } = await call('POST', '/people', operations, { kind: 'client', name, zone: 'UTC' });
    expect(status).toBe(201);
  });
});

describe('people', () => {
  const named = (as: Caller, ...ids: string[]) => call('GET', `/people?personId=${ids.join(',')}`, as);

  it('are named together by their ids, whoever may see them, and that is written down', async () => {
    const { body } = await named(operations, clientId, stranger.person, crypto.randomUUID());
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual([
      'Another Therapist',
      'Sample Client',
    ]);
    const about = `clientId=${clientId}&action=list-people`;
    const { body: trail } = await call('GET', `/audit?${about}`, lead);
    expect(trail.items).toMatchObject([{ personId: operations.person, clientIds: [clientId] }]);
  });

  it('are not a client to somebody who does not treat them', async () => {
    expect((await named(stranger, clientId)).body.items).toEqual([]);
    const { status, body } = await named(operations, 'mara');
    expect([status, body.errors[0].pointer]).toEqual([400, '/personId/0']);
  });

  it('are at most fifty at once', async () => {
    const ids = Array.from({ length: 51 }, () => crypto.randomUUID() as string);
    expect((await named(operations, ...ids.slice(1))).status).toBe(200);
    const { status, body } = await named(operations, ...ids);
    expect([status, body.errors[0].pointer]).toEqual([400, '/personId']);
  });
});

describe('care relationships', () => {
  it('allow one primary therapist at a time', async () => {
    const second = { clientId, staffId: stranger.person, kind: 'primary', from: at(-1) };
    expect(await call('POST', '/care-relationships', operations, second)).toMatchObject({
      status: 409,
      body: { code: 'primary-taken' },
    });
  });

  it('want a person of the right role', async () => {
    const supervisor = { clientId, staffId: stranger.person, kind: 'supervisor', from: at(-1) };
    expect((await call('POST', '/care-relationships', operations, supervisor)).body).toMatchObject({
      errors: [{ pointer: '/staffId' }],
    });
  });

  it('are not for therapists to change', async () => {
    const own = { clientId, staffId: stranger.person, kind: 'cover', from: at(-1) };
    expect((await call('POST', '/care-relationships', stranger, own)).status).toBe(403);
  });
});

describe('sessions', () => {
  it('refuse a therapist who is busy then, until the other is cancelled', async () => {
    const first = await call('POST', '/sessions', operations, session(24));
    expect(first.status).toBe(201);
    const clash = session(24.5);
    expect((await call('POST', '/sessions', operations, clash)).body).toMatchObject({
      code: 'therapist-busy',
    });
    await service.post(`/sessions/${first.body.sessionId}/cancel`, { as: operations, match: 1 });
    expect((await call('POST', '/sessions', operations, clash)).status).toBe(201);
  });

  it('take a no-show back, and tell of each step in order', async () => {
    const { body } = await call('POST', '/sessions', therapist, session(-3));
    const step = (action: string) =>
      service.post(`/sessions/${body.sessionId}/${action}`, { as: therapist, match: '*' });
    expect((await step('miss')).body).toMatchObject({ status: 'missed' });
    expect((await step('complete')).body).toMatchObject({ code: 'not-from-here' });
    expect((await step('undo-miss')).body).toMatchObject({ status: 'booked' });
    expect((await step('complete')).body).toMatchObject({ status: 'completed', version: 4 });
    const steps = ['session-booked', 'session-missed', 'session-missed-undone', 'session-completed'];
    expect((await published(clientId)).slice(-4)).toEqual(steps);
  });

  it('whose id belongs to somebody else are refused like any that is taken', async () => {
    const [theirs, hidden] = [crypto.randomUUID(), crypto.randomUUID()];
    await call('POST', '/imports', operations, { people: [person(hidden, 'Hidden Client')] });
    const foreign = session(300, { sessionId: theirs, clientId: hidden, therapistId: stranger.person });
    expect((await call('POST', '/sessions', operations, foreign)).status).toBe(201);
    const taken = await call('POST', '/sessions', therapist, session(200, { sessionId: theirs }));
    expect([taken.status, taken.body.code]).toEqual([409, 'session-known']);
    const early = session(200, { startsAt: '0001-01-01T10:00:00Z', endsAt: '0001-01-01T11:00:00Z' });
    expect((await call('POST', '/sessions', operations, early)).status).toBe(400);
  });

  it('are not booked by a therapist for another', async () => {
    const foreign = session(60, { therapistId: stranger.person });
    expect((await call('POST', '/sessions', therapist, foreign)).status).toBe(403);
    expect((await call('POST', '/sessions', operations, foreign)).status).toBe(201);
  });

  it('book once for one key', async () => {
    const [key, body] = [crypto.randomUUID(), session(48)];
    const [one, other] = [
      await call('POST', '/sessions', operations, body, key),
      await call('POST', '/sessions', operations, body, key),
    ];
    expect([other.status, other.body]).toEqual([one.status, one.body]);
    const different = await call('POST', '/sessions', operations, session(50), key);
    expect(different).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
  });

  it('are seen by who treats the client, and by no other therapist', async () => {
    const list = `/sessions?clientId=${clientId}`;
    expect((await call('GET', list, therapist)).body.items).not.toEqual([]);
    expect((await call('GET', list, stranger)).status).toBe(404);
    expect(
      (await call('POST', '/sessions', stranger, session(70, { therapistId: stranger.person }))).status,
    ).toBe(404);
    expect((await call('GET', `/people/${clientId}`, therapist)).status).toBe(200);
    expect((await call('GET', `/people/${clientId}`, stranger)).status).toBe(404);
  });
});

describe('a change', () => {
  it('of a session names the version that was read, and answers with the new one', async () => {
    const booked = await call('POST', '/sessions', operations, session(90));
    const path = `/sessions/${booked.body.sessionId}`;
    const read = await call('GET', path, therapist);
    expect([booked.headers.etag, read.headers.etag]).toEqual(['"1"', '"1"']);
    const cancel = (how: Call) => service.post(`${path}/cancel`, { as: therapist, ...how });
    expect(await cancel({})).toMatchObject({ status: 428, body: { code: 'if-match-missing' } });
    expect(await cancel({ match: 2 })).toMatchObject({ status: 412, body: { code: 'changed-meanwhile' } });
    expect(await cancel({ match: 1 })).toMatchObject({ status: 200, headers: { etag: '"2"' } });
    expect((await service.post(`${path}/cancel`, { as: stranger, match: 2 })).status).toBe(404);
  });

  it('of a person likewise, by operations and not by a therapist', async () => {
    const path = `/people/${clientId}`;
    const { headers } = await call('GET', path, operations);
    const change = (as: Caller, how: Call) => service.patch(path, { as, body: { language: 'de' }, ...how });
    expect((await change(operations, {})).status).toBe(428);
    expect((await change(therapist, { match: '*' })).status).toBe(403);
    const changed = await change(operations, { match: String(headers.etag) });
    expect(changed).toMatchObject({ status: 200, body: { language: 'de', version: 2 } });
    expect(changed.headers.etag).toBe('"2"');
    expect((await change(operations, { match: String(headers.etag) })).status).toBe(412);
  });
});

describe('imports', () => {
  it('take each row once, however often it is sent', async () => {
    const [id, other] = [crypto.randomUUID(), crypto.randomUUID()];
    const records = {
      people: [person(id, 'Imported Client')],
      sessions: [session(-100, { sessionId: other, clientId: id, status: 'completed' })],
    };
    expect((await call('POST', '/imports', operations, records)).body).toEqual({ added: 2, known: 0 });
    expect((await call('POST', '/imports', operations, records)).body).toEqual({ added: 0, known: 2 });
    expect(await published(id)).toEqual(['person-registered', 'session-booked', 'session-completed']);
    const ahead = session(120, { sessionId: crypto.randomUUID(), clientId: id, status: 'booked' });
    await call('POST', '/imports', operations, { sessions: [ahead] });
    // History says that it is history: nobody is to be asked about it. What lies ahead is no history.
    const imported = (await service.published(id)).slice(1).map(({ data }) => JSON.parse(data).imported);
    expect(imported).toEqual([true, true, undefined]);
  });

  it('take all or nothing', async () => {
    const id = crypto.randomUUID();
    const nobody = session(-200, {
      sessionId: crypto.randomUUID(),
      clientId: crypto.randomUUID(),
      status: 'booked',
    });
    const answer = await call('POST', '/imports', operations, {
      people: [person(id, 'Half')],
      sessions: [nobody],
    });
    expect(answer.status).toBe(400);
    expect(await published(id)).toEqual([]);
    expect((await call('POST', '/imports', therapist, {})).status).toBe(403);
  });
});

it('writes down who read and changed a record', async () => {
  const rows = await service.database.query<{ action: string }>(
    'SELECT action FROM audit_entry WHERE person_id = $1 AND $2 = ANY (client_ids)',
    [therapist.person, clientId],
  );
  expect(rows.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['book-session', 'miss-session', 'view-person']),
  );
});

it('a text that no database holds is refused by pointer, and a cursor of the list of people holds no name', async () => {
  const broken = person(crypto.randomUUID(), 'Zz \ud800x', []);
  const refused = await call('POST', '/imports', operations, { people: [broken] });
  expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, '/people/0/name']);
  const { body } = await call('GET', '/people?limit=1', operations);
  const cursor = JSON.parse(Buffer.from(body.next, 'base64url').toString());
  expect(Object.keys(cursor)).toEqual(['personId']);
  const next = await call('GET', `/people?limit=1&cursor=${body.next}`, operations);
  expect(next.body.items[0].personId).not.toBe(body.items[0].personId);
});
