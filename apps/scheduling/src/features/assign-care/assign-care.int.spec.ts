import type { Role } from '@attune/platform';
import { startService, type Call, type Caller, type StartedService } from '@attune/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SchedulingModule } from '../../scheduling.module.ts';

let service: StartedService;
const someone = (...roles: Role[]): Caller => ({ person: crypto.randomUUID(), roles });
const [operations, mara, jonas, ruth] = [
  someone('operations'),
  ...[someone('therapist'), someone('therapist'), someone('supervisor')],
] as const;
const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString();

const register = async (
  name: string,
  roles: readonly Role[] = [],
  personId: string = crypto.randomUUID(),
) => {
  const body = { personId, kind: roles.length > 0 ? 'staff' : 'client', name, zone: 'UTC', roles };
  const { status } = await service.post('/people', { as: operations, body: { ...body, team: null } });
  expect(status).toBe(201);
  return personId;
};
const begin = async (clientId: string, staff: Caller, more: object = {}) => {
  const body = { clientId, staffId: staff.person, kind: 'primary', from: days(-10), ...more };
  return service.post('/care-relationships', { as: operations, body });
};
const handOver = (id: string, body: object, how: Call = {}) =>
  service.post(`/care-relationships/${id}/hand-over`, { as: operations, body, ...how });
const list = async (search: string, as: Caller = operations) =>
  service.get(`/care-relationships?${search}`, { as });
const events = async (client: string) =>
  (await service.published(client)).map(({ type }) => type.split('.')[2]).slice(1);

beforeAll(async () => {
  service = await startService({ name: 'scheduling', module: SchedulingModule });
  await register('Mara', mara.roles, mara.person);
  await register('Jonas', jonas.roles, jonas.person);
  await register('Ruth', ruth.roles, ruth.person);
}, 60_000);
afterAll(() => service.stop());

/** A client of Mara's. */
async function treated(name = 'Client') {
  const client = await register(name);
  const { body } = await begin(client, mara);
  return { client, id: body.careRelationshipId as string };
}

describe('a handover', () => {
  it('ends one relationship and begins the next at the same instant', async () => {
    const { client, id } = await treated();
    const at = days(-1);
    const { status, body } = await handOver(id, { staffId: jonas.person, at });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ended: { careRelationshipId: id, staffId: mara.person, to: at },
      started: { clientId: client, staffId: jonas.person, kind: 'primary', from: at, to: null },
    });
    expect(await events(client)).toEqual([
      ...['care-relationship-started', 'care-relationship-ended', 'care-relationship-started'],
    ]);
    expect((await service.audited(operations.person)).at(-1)).toEqual({
      ...{ action: 'hand-over-care', client_ids: [client], subject: body.started.careRelationshipId },
    });
    expect((await service.get(`/people/${client}`, { as: jonas })).status).toBe(200);
    expect((await service.get(`/people/${client}`, { as: mara })).status).toBe(404);
  });

  it('is done once for a key', async () => {
    const { client, id } = await treated();
    const [body, key] = [{ staffId: jonas.person, at: days(-1) }, crypto.randomUUID()];
    const first = await handOver(id, body, { key });
    expect((await handOver(id, body, { key })).body).toEqual(first.body);
    expect((await list(`clientId=${client}`)).body.items).toHaveLength(2);
  });

  it('that cannot be leaves the client with whom they had', async () => {
    const { client, id } = await treated();
    const refused = async (body: object) => {
      const { status, body: problem } = await handOver(id, { staffId: jonas.person, at: days(-1), ...body });
      return [status, problem.errors?.[0].pointer ?? problem.code];
    };
    expect(await refused({ staffId: mara.person })).toEqual([400, '/staffId']);
    // A supervisor treats nobody: what was ended for it is not.
    expect(await refused({ staffId: ruth.person })).toEqual([400, '/staffId']);
    expect(await refused({ at: days(-20) })).toEqual([400, '/at']);
    const { body } = await list(`clientId=${client}`);
    expect(body.items).toMatchObject([{ careRelationshipId: id, to: null }]);
    expect(await events(client)).toEqual(['care-relationship-started']);
    expect((await handOver(crypto.randomUUID(), { staffId: jonas.person, at: days(0) })).status).toBe(404);
  });

  it('is refused after the relationship has ended', async () => {
    const { id } = await treated();
    await service.post(`/care-relationships/${id}/end`, { as: operations, body: { at: days(-2) } });
    const { status, body } = await handOver(id, { staffId: jonas.person, at: days(-1) });
    expect([status, body.code]).toEqual([409, 'ended-before']);
  });

  it.each(['therapist', 'supervisor', 'integrator'] as const)('is not for %s', async (role) => {
    const { id } = await treated();
    const answer = await handOver(id, { staffId: jonas.person, at: days(-1) }, { as: someone(role) });
    expect(answer.status).toBe(403);
  });

  it.each(['clinic-lead', 'admin'] as const)('is for %s too', async (role) => {
    const { id } = await treated();
    const answer = await handOver(id, { staffId: jonas.person, at: days(-1) }, { as: someone(role) });
    expect(answer.status).toBe(201);
  });
});

describe('care that is begun again', () => {
  it.each(['cover', 'supervisor'] as const)('is refused for a %s who has the client then', async (kind) => {
    const { client } = await treated();
    const staff = kind === 'cover' ? jonas : ruth;
    const first = await begin(client, staff, { kind, from: days(0), to: days(5) });
    expect(first.status).toBe(201);
    const refused = await begin(client, staff, { kind, from: days(4) });
    expect([refused.status, refused.body.code]).toEqual([409, 'care-overlaps']);
    expect((await begin(client, staff, { kind, from: days(5) })).status).toBe(201);
  });

  it('is refused of two who begin it at once', async () => {
    const { client } = await treated();
    const tries = Array.from({ length: 4 }, () => begin(client, jonas, { kind: 'cover' }));
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, 409, 409, 409]);
  });
});

describe('the list', () => {
  const nina = someone('therapist');
  beforeAll(async () => {
    await register('Nina', nina.roles, nina.person);
    const [b, a, ended] = [await register('Bert'), await register('Anna'), await register('Carl')];
    await begin(b, nina);
    await begin(a, nina);
    await begin(ended, nina, { to: days(-5) });
  });
  const names = (body: { items: { clientName: string }[] }) => body.items.map(({ clientName }) => clientName);

  it('of a member of staff is by the names of the clients, and without what is over where one asks so', async () => {
    const all = await list(`staffId=${nina.person}`);
    expect([names(all.body), all.body.items[0].staffName]).toEqual([['Anna', 'Bert', 'Carl'], 'Nina']);
    const current = await list(`staffId=${nina.person}&endsAfter=${days(0)}`);
    expect(names(current.body)).toEqual(['Anna', 'Bert']);
  });

  it('goes on behind a page', async () => {
    const first = await list(`staffId=${nina.person}&limit=2`);
    expect(names(first.body)).toEqual(['Anna', 'Bert']);
    const second = await list(`staffId=${nina.person}&limit=2&cursor=${first.body.next}`);
    expect([names(second.body), second.body.next]).toEqual([['Carl'], null]);
  });

  it('is about one client or one member of staff', async () => {
    expect((await list('')).status).toBe(400);
    expect((await list(`staffId=${nina.person}&clientId=${nina.person}`)).status).toBe(400);
  });

  it('shows a therapist their own clients only', async () => {
    expect(names((await list(`staffId=${nina.person}`, nina)).body)).toEqual(['Anna', 'Bert']);
    expect((await list(`staffId=${nina.person}`, jonas)).body.items).toEqual([]);
    expect((await list(`staffId=${nina.person}`, someone('admin'))).status).toBe(403);
  });
});
