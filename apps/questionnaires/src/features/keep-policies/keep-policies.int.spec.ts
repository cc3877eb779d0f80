import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  alliance,
  phq9,
  runningService,
  someone,
  type RunningService,
  type Caller,
} from '../../test-stack/running-service.ts';
import { PublishShippedPolicies } from './publish-shipped.ts';

let service: RunningService;
beforeAll(async () => {
  service = await runningService();
}, 90_000);
afterAll(() => service.stop());

const lead = someone('clinic-lead');
let number = 0;
const given = (more: object = {}) => {
  number += 1;
  const trigger = { kind: 'every-nth-session', n: 3 };
  return { code: `policy-${number}`, title: 'A policy', instrument: { url: alliance }, trigger, ...more };
};
const add = (body: object, as = lead) => service.post('/policies', { as, body });

describe('the policies of a new provider', () => {
  it('are there from the first start, and stay as they were made at the next', async () => {
    const list = async () => (await service.get('/policies', { as: someone('therapist') })).body.items;
    const shipped = (await list()).filter(({ code }: { code: string }) => !code.startsWith('policy-'));
    expect(shipped).toMatchObject([
      { code: 'after-every-session', windowDays: 4, active: true, version: 1 },
      { code: 'phq-9-every-four-weeks', trigger: { kind: 'every-n-weeks', n: 4 } },
    ]);
    const { code, version: _v, changedAt: _c, ...body } = shipped[1];
    const off = await service.put(`/policies/${code}`, {
      as: lead,
      match: 1,
      body: { ...body, active: false },
    });
    expect(off).toMatchObject({ status: 200, body: { active: false, version: 2 }, headers: { etag: '"2"' } });
    await service.app.get(PublishShippedPolicies, { strict: false }).onApplicationBootstrap();
    expect((await list()).find((each: { code: string }) => each.code === code)).toMatchObject({
      ...{ active: false, version: 2 },
    });
  });
});

describe('a policy', () => {
  it('is added by the clinic lead and by administration, with what is usual where nothing is said', async () => {
    for (const as of [lead, someone('admin')]) {
      const { status, body } = await add(given(), as);
      expect([status, body]).toMatchObject([
        201,
        { scope: { kind: 'all' }, delayHours: 0, windowDays: 4, reminderHours: [], active: true, version: 1 },
      ]);
    }
    expect(await service.audited(lead.person)).toContainEqual(
      expect.objectContaining({ action: 'change-policy', client_ids: [] }),
    );
  });

  it.each(['therapist', 'supervisor', 'operations', 'integrator'] as const)(
    'is neither added nor changed by %s',
    async (role) => {
      expect((await add(given(), someone(role))).status).toBe(403);
      const change = { as: someone(role), match: '*', body: given() };
      expect((await service.put('/policies/after-every-session', change)).status).toBe(403);
    },
  );

  it('is read by staff, and by nobody else', async () => {
    for (const role of ['therapist', 'supervisor', 'operations', 'admin'] as const) {
      const { status, headers } = await service.get('/policies/after-every-session', { as: someone(role) });
      expect([status, headers.etag]).toEqual([200, '"1"']);
    }
    const path = '/policies/after-every-session';
    expect((await service.get(path, { as: someone('integrator') })).status).toBe(403);
    expect((await service.get(path)).status).toBe(401);
    expect((await service.get('/policies/no-such', { as: lead })).status).toBe(404);
  });

  it('is added once for a code, and once for a key', async () => {
    const [body, key] = [given(), randomUUID()];
    const once = () => service.post('/policies', { as: lead, key, body });
    const both = await Promise.all([once(), once()]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect((await add(body)).body.code).toBe('policy-known');
  });

  it('is changed as it was read; the versions before are kept', async () => {
    const { code, ...body } = given();
    await add({ code, ...body });
    const change = (match: number | string, more: object = {}) =>
      service.put(`/policies/${code}`, { as: lead, match, body: { ...body, ...more } });
    expect((await service.put(`/policies/${code}`, { as: lead, body })).status).toBe(428);
    expect((await change(1, { windowDays: 30 })).body).toMatchObject({ windowDays: 30, version: 2 });
    expect((await change(1)).status).toBe(412);
    const kept = await service.database.query(
      `SELECT version, current, definition ->> 'windowDays' AS days FROM cadence_policy WHERE code = $1
       ORDER BY version`,
      [code],
    );
    expect(kept).toEqual([
      { version: 1, current: false, days: '4' },
      { version: 2, current: true, days: '30' },
    ]);
  });

  it.each<[string, object]>([
    ['/windowDays', { windowDays: 31 }],
    ['/windowDays', { windowDays: 0 }],
    ['/trigger/n', { trigger: { kind: 'every-n-weeks', n: 0 } }],
    ['/reminderHours', { reminderHours: [1, 2, 3, 4] }],
    ['/reminderHours/0', { reminderHours: [96] }],
    ['/reminderHours/1', { reminderHours: [48, 24] }],
    ['/scope', { scope: { kind: 'session-type', type: 'group' }, trigger: { kind: 'at-intake' } }],
    ['/scope/clientId', { scope: { kind: 'client', clientId: randomUUID() } }],
    ['/instrument', { instrument: { url: phq9, version: '9.9.9' } }],
  ])('names %s where it does not fit', async (pointer, more) => {
    const { status, body } = await add(given(more));
    expect([status, body.errors[0].pointer]).toEqual([400, pointer]);
  });
});

it('a policy for one client is seen by those alone who may see the client', async () => {
  const { client, therapist, supervisor } = await service.treated();
  const other = (await service.treated()).therapist;
  const body = given({ scope: { kind: 'client', clientId: client }, trigger: { kind: 'never' } });
  expect((await add(body, someone('admin'))).status).toBe(201);
  const seen = async (as: Caller) => [
    (await service.get(`/policies/${body.code}`, { as })).status,
    (await service.get(`/policies?clientId=${client}`, { as })).body.items.length,
  ];
  for (const as of [therapist, supervisor, lead, someone('operations')])
    expect(await seen(as)).toEqual([200, 1]);
  expect(await seen(other)).toEqual([404, 0]);
  expect(await service.audited(therapist.person)).toContainEqual(
    expect.objectContaining({ action: 'view-policy', client_ids: [client] }),
  );
});

it('the list pages', async () => {
  for (let count = 0; count < 3; count += 1) await add(given());
  const first = (await service.get('/policies?limit=2', { as: lead })).body;
  const second = (await service.get(`/policies?limit=100&cursor=${first.next}`, { as: lead })).body;
  const codes = [...first.items, ...second.items].map(({ code }: { code: string }) => code);
  expect([new Set(codes).size, second.next]).toEqual([codes.length, null]);
  expect(codes).toEqual(codes.toSorted());
});
