import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inDays, startService, type Caller, type StartedService } from '@attune/testing';
import { SchedulingModule } from '../../scheduling.module.ts';

let service: StartedService;
const caller = (role: Caller['roles'][number]): Caller => ({ person: randomUUID(), roles: [role] });
const operations = caller('operations');
beforeAll(async () => {
  service = await startService({ name: 'scheduling', module: SchedulingModule });
}, 60_000);
afterAll(() => service.stop());

const register = async (kind: 'client' | 'staff', more: object = {}) => {
  const roles = kind === 'staff' ? ['therapist'] : [];
  const body = { kind, name: 'Somebody', zone: 'Europe/Berlin', roles, ...more };
  return (await service.post('/people', { as: operations, body })).body.personId as string;
};
const therapists = () => Promise.all([register('staff'), register('staff')]);
const assign = async (staffId: string, from = inDays(-30), to: string | null = null) => {
  const clientId = await register('client');
  const body = { clientId, staffId, kind: 'primary', from, to };
  const { body: care } = await service.post('/care-relationships', { as: operations, body });
  return { clientId, careRelationshipId: care.careRelationshipId as string };
};
const plan = (staffId: string, coverId: string, from: string, to: string, as = operations) =>
  service.post('/absences', { as, body: { staffId, coverId, from, to } });
const coverOf = async (clientId: string) => {
  const { body } = await service.get(`/care-relationships?clientId=${clientId}`, { as: operations });
  return body.items.filter(({ kind }: { kind: string }) => kind === 'cover');
};
const told = async (clientId: string) =>
  (await service.published(clientId)).map(({ type, data }) => ({
    what: type.split('.')[2],
    ...JSON.parse(data),
  }));

describe('an absence', () => {
  it('gives every client of the therapist its cover for that time, and no other', async () => {
    const [away, cover] = await therapists();
    const [from, to] = [inDays(2), inDays(16)];
    const [one, leaving, gone, other] = [
      await assign(away),
      await assign(away, inDays(-30), inDays(9)),
      await assign(away, inDays(-30), inDays(1)),
      await assign(cover),
    ];
    const { status, body } = await plan(away, cover, from, to);
    expect([status, body]).toEqual([
      201,
      { absenceId: expect.any(String), staffId: away, coverId: cover, from, to },
    ]);
    expect(await coverOf(one.clientId)).toMatchObject([{ staffId: cover, from, to }]);
    expect((await told(one.clientId)).at(-1)).toMatchObject({
      ...{ what: 'care-relationship-started', kind: 'cover', staffId: cover, from, to },
    });
    const [short] = await coverOf(leaving.clientId);
    expect(Math.abs(Date.parse(short.to) - Date.parse(inDays(9)))).toBeLessThan(60_000);
    expect(await coverOf(gone.clientId)).toEqual([]);
    expect(await coverOf(other.clientId)).toEqual([]);
    const noted = (await service.audited(operations.person)).find(
      ({ subject }) => subject === body.absenceId,
    );
    expect(noted!.client_ids.sort()).toEqual([one.clientId, leaving.clientId].sort());
  });

  it('covers those who come to the therapist later as well, by hand or by import', async () => {
    const [away, cover] = await therapists();
    const to = inDays(10);
    await plan(away, cover, inDays(-1), to);
    const later = await assign(away, inDays(3));
    expect(await coverOf(later.clientId)).toMatchObject([{ staffId: cover, to }]);
    const clientId = await register('client');
    const row = { careRelationshipId: randomUUID(), clientId, staffId: away, kind: 'primary' };
    const careRelationships = [{ ...row, from: inDays(-9), to: null }];
    await service.post('/imports', { as: operations, body: { careRelationships } });
    expect(await coverOf(clientId)).toMatchObject([{ staffId: cover, to }]);
    const after = await assign(away, inDays(11));
    expect(await coverOf(after.clientId)).toEqual([]);
  });

  it('ends for a client whose care ends', async () => {
    const [away, cover] = await therapists();
    const [client, sooner] = [await assign(away), await assign(away)];
    await plan(away, cover, inDays(2), inDays(16));
    const end = (id: string, at: string) =>
      service.post(`/care-relationships/${id}/end`, { as: operations, body: { at } });
    const at = inDays(5);
    await end(client.careRelationshipId, at);
    await end(sooner.careRelationshipId, inDays(1));
    expect(await coverOf(client.clientId)).toMatchObject([{ to: at }]);
    const [never] = await coverOf(sooner.clientId);
    expect(never.to).toBe(never.from);
    expect((await told(client.clientId)).at(-1)).toMatchObject({
      what: 'care-relationship-ended',
      kind: 'cover',
    });
  });

  it('that is taken back before it begins leaves nobody covering, and may be planned anew', async () => {
    const [away, cover] = await therapists();
    const { clientId } = await assign(away);
    const { absenceId } = (await plan(away, cover, inDays(2), inDays(16))).body;
    const cancel = (as = operations) => service.post(`/absences/${absenceId}/cancel`, { as });
    for (const role of ['therapist', 'supervisor', 'integrator'] as const) {
      expect((await cancel(caller(role))).status).toBe(403);
    }
    const taken = await cancel();
    expect([taken.status, taken.body.to]).toEqual([200, taken.body.from]);
    const [never] = await coverOf(clientId);
    expect(never.to).toBe(never.from);
    expect((await told(clientId)).at(-1)).toMatchObject({ what: 'care-relationship-ended', kind: 'cover' });
    expect((await cancel()).body.code).toBe('absence-over');
    expect((await plan(away, cover, inDays(2), inDays(16))).status).toBe(201);
  });

  it('that runs ends now or at a named time, and its cover with it', async () => {
    const [away, cover] = await therapists();
    const { clientId } = await assign(away);
    const { absenceId } = (await plan(away, cover, inDays(-2), inDays(16))).body;
    const at = inDays(3);
    const shorten = (as = operations) => service.post(`/absences/${absenceId}/end`, { as, body: { at } });
    expect((await shorten(caller('therapist'))).status).toBe(403);
    expect((await shorten()).body.to).toBe(at);
    expect(await coverOf(clientId)).toMatchObject([{ to: at }]);
    expect((await shorten()).body.code).toBe('absence-over');
    await service.post(`/absences/${absenceId}/cancel`, { as: operations });
    const [ended] = await coverOf(clientId);
    expect(Math.abs(Date.parse(ended.to) - Date.now())).toBeLessThan(30_000);
  });

  it('does not meet another of the same therapist, a cover who is away, or one who covers then', async () => {
    const [away, cover, third] = [...(await therapists()), await register('staff')];
    await plan(away, cover, inDays(2), inDays(16));
    const clash = async (...given: [string, string, string, string]) => (await plan(...given)).body.code;
    expect(await clash(away, third, inDays(15), inDays(20))).toBe('absence-overlaps');
    expect(await clash(third, away, inDays(15), inDays(20))).toBe('cover-absent');
    expect(await clash(cover, third, inDays(15), inDays(20))).toBe('covers-then');
    expect((await plan(cover, third, inDays(17), inDays(20))).status).toBe(201);
  });

  it('names what does not fit', async () => {
    const [away, cover] = await therapists();
    const [client, supervisor] = [
      await register('client'),
      await register('staff', { roles: ['supervisor'] }),
    ];
    const pointer = async (...given: [string, string, string, string]) =>
      (await plan(...given)).body.errors[0].pointer;
    expect(await pointer(away, away, inDays(1), inDays(2))).toBe('/coverId');
    expect(await pointer(away, supervisor, inDays(1), inDays(2))).toBe('/coverId');
    expect(await pointer(client, cover, inDays(1), inDays(2))).toBe('/staffId');
    expect(await pointer(away, cover, inDays(2), inDays(2))).toBe('/to');
    expect(await pointer(away, cover, inDays(-2), inDays(-1))).toBe('/to');
  });

  it.each(['therapist', 'supervisor', 'integrator'] as const)('is not planned by %s', async (role) => {
    const [away, cover] = await therapists();
    expect((await plan(away, cover, inDays(1), inDays(2), caller(role))).status).toBe(403);
  });

  it('is seen by colleagues, without those taken back', async () => {
    const [away, cover] = await therapists();
    const taken = (await plan(away, cover, inDays(1), inDays(2))).body;
    await service.post(`/absences/${taken.absenceId}/cancel`, { as: operations });
    for (const days of [3, 5, 7]) await plan(away, cover, inDays(days), inDays(days + 1));
    const list = (more: string, as = caller('therapist')) =>
      service.get(`/absences?staffId=${away}${more}`, { as });
    const first = (await list('&limit=2')).body;
    expect(first.items).toHaveLength(2);
    expect((await list(`&cursor=${first.next}`)).body).toMatchObject({ items: [{}], next: null });
    expect((await list(`&endsAfter=${inDays(6.5)}`)).body.items).toHaveLength(1);
    expect((await list('', caller('integrator'))).status).toBe(403);
  });
});

it('a client given to a therapist while the absence is being planned is covered, whoever is first', async () => {
  const [away, cover] = await therapists();
  const [, ...clients] = await Promise.all([
    plan(away, cover, inDays(1), inDays(9)),
    ...Array.from({ length: 8 }, () => assign(away)),
  ]);
  const covers = await Promise.all(clients.map(({ clientId }) => coverOf(clientId)));
  expect(covers.map(({ length }) => length)).toEqual(clients.map(() => 1));
}, 30_000);

it('teams are for staff, and kinds of sessions are words of the clinic', async () => {
  const therapist = await register('staff', { team: 'day-clinic' });
  expect((await told(therapist)).at(-1)).toMatchObject({ what: 'person-registered', team: 'day-clinic' });
  const change = (body: object) =>
    service.patch(`/people/${therapist}`, { as: operations, match: '*', body });
  expect((await change({ name: 'Other' })).body.team).toBe('day-clinic');
  expect((await change({ team: null })).body.team).toBeNull();
  const body = { kind: 'client', name: 'Somebody', zone: 'Europe/Berlin', team: 'day-clinic' };
  expect((await service.post('/people', { as: operations, body })).body.errors[0].pointer).toBe('/team');

  const { clientId } = await assign(therapist);
  const session = { clientId, therapistId: therapist, startsAt: inDays(1), endsAt: inDays(1.04) };
  const book = (more: object) =>
    service.post('/sessions', { as: operations, body: { ...session, zone: 'Europe/Berlin', ...more } });
  expect((await book({ type: 'Group Therapy' })).body.errors[0].pointer).toBe('/type');
  expect((await book({ type: 'group' })).body.type).toBe('group');
  expect((await told(clientId)).at(-1)).toMatchObject({ what: 'session-booked', type: 'group' });
  const usual = await book({ startsAt: inDays(2), endsAt: inDays(2.04) });
  expect(usual.body.type).toBe('individual');
});
