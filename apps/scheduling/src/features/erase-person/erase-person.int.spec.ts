import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startService, type Call, type Caller, type StartedService } from '@attune/testing';
import { SchedulingModule } from '../../scheduling.module.ts';

let service: StartedService;
const caller = (role: Caller['roles'][number]): Caller => ({ person: crypto.randomUUID(), roles: [role] });
const [admin, operations] = [caller('admin'), caller('operations')];
beforeAll(async () => {
  service = await startService({ name: 'scheduling', module: SchedulingModule });
}, 60_000);
afterAll(() => service.stop());

const register = async (name: string, how: Call = {}) => {
  const body = { kind: 'client', name, email: 'quirin@example.org', zone: 'Europe/Berlin' };
  return (await service.post('/people', { as: operations, body, ...how })).body.personId as string;
};
const erase = (id: string, how: Call = {}) =>
  service.post(`/people/${id}/erase`, { as: admin, match: 1, ...how });

it('erases a person everywhere, and keeps that it was done', async () => {
  const key = crypto.randomUUID();
  const id = await register('Quirin Zeller', { key });
  expect(await erase(id)).toMatchObject({
    status: 200,
    body: { personId: id, version: 2 },
    headers: { etag: '"2"' },
  });
  expect((await service.get(`/people/${id}`, { as: operations })).status).toBe(404);
  expect((await service.get('/people?search=quirin', { as: operations })).body.items).toEqual([]);
  expect((await erase(id, { match: '*' })).status).toBe(404);
  const [last] = (await service.published(id)).slice(-1);
  expect([last!.type, Object.keys(JSON.parse(last!.data))]).toEqual([
    'attune.scheduling.person-erased.v1',
    ['personId', 'kind', 'erasedAt'],
  ]);
  expect((await service.audited(admin.person)).at(-1)).toMatchObject({ action: 'erase-person', subject: id });
  // The outbox holds what its relay has not published yet; no other table knows the name, or hands it to a retry.
  const kept = await service.database.query<{ all: string }>(
    `SELECT (SELECT json_agg(p)::text FROM person p) || (SELECT json_agg(k)::text FROM idempotency_key k)
       || (SELECT json_agg(a)::text FROM audit_entry a) AS all`,
  );
  expect(kept[0]!.all.toLowerCase()).not.toContain('quirin');
  const body = { kind: 'client', name: 'Quirin Zeller', email: 'quirin@example.org', zone: 'Europe/Berlin' };
  expect((await service.post('/people', { as: operations, body, key })).status).toBe(404);
});

it('wants the version that was read', async () => {
  const id = await register('Somebody');
  expect((await erase(id, { match: 3 })).status).toBe(412);
  expect((await service.post(`/people/${id}/erase`, { as: admin })).status).toBe(428);
});

it.each(['operations', 'clinic-lead', 'supervisor', 'therapist', 'integrator'] as const)(
  'is not for %s',
  async (role) => {
    const id = await register('Somebody');
    expect((await erase(id, { as: caller(role) })).status).toBe(403);
    expect((await service.get(`/people/${id}`, { as: operations })).status).toBe(200);
  },
);

it('waits until the care has ended', async () => {
  const id = await register('In Care');
  const staff = { kind: 'staff', name: 'A Therapist', roles: ['therapist'], zone: 'Europe/Berlin' };
  const { personId: staffId } = (await service.post('/people', { as: operations, body: staff })).body;
  const body = { clientId: id, staffId, kind: 'primary', from: '2026-01-01T00:00:00.000Z' };
  const { careRelationshipId } = (await service.post('/care-relationships', { as: operations, body })).body;
  for (const person of [id, staffId]) {
    expect(await erase(person)).toMatchObject({ status: 409, body: { code: 'in-care' } });
  }
  const at = { at: '2026-02-01T00:00:00.000Z' };
  await service.post(`/care-relationships/${careRelationshipId}/end`, { as: operations, body: at });
  for (const person of [id, staffId]) expect((await erase(person)).status).toBe(200);
});
