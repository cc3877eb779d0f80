import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  alertingService,
  alliance,
  someone,
  type AlertingService,
} from '../../test-stack/alerting-service.ts';

let service: AlertingService;
beforeAll(async () => {
  service = await alertingService({ shippedRules: true });
}, 60_000);
afterAll(() => service.stop());

const lead = someone('clinic-lead');
const rule = (cutoff: number) => ({
  code: 'low',
  title: `Below ${cutoff}`,
  concern: 'alliance',
  severity: 'high',
  instrument: alliance.url,
  scale: 'total',
  direction: 'higher-is-better',
  detector: { kind: 'absolute-cut-off', cutoff },
});
const draft = (cutoff: number, name = `set-${randomUUID().slice(0, 8)}`) => ({
  name,
  title: 'Ours',
  rules: [rule(cutoff)],
});
const publish = (body: object, as = lead, key?: string) =>
  service.post('/rule-sets', { as, body, ...(key !== undefined && { key }) });
const activate = (path: string, as = lead) => service.post(`/rule-sets/${path}/activate`, { as });
const inForce = async () => (await service.get('/rules', { as: someone('therapist') })).body.ruleSet;

it('the set that ships is in force from the first start', async () => {
  expect(await inForce()).toBe('attune-default@5');
  const events = await service.published('attune-default');
  expect(events.map(({ topic, type }) => [topic, type])).toEqual([
    ['attune.public.rule-sets', 'attune.alerting.rule-set-published.v1'],
    ['attune.public.rule-sets', 'attune.alerting.rule-set-activated.v1'],
  ]);
});

describe('a rule set', () => {
  it('is written down as the next version of its name, once for a key, and is not in force by that', async () => {
    const before = await inForce();
    const mine = draft(40);
    const first = await publish(mine, lead, 'once');
    expect(await publish(mine, lead, 'once')).toMatchObject({ body: first.body });
    expect(first).toMatchObject({ status: 201, body: { version: 1, active: false, activatedAt: null } });
    expect((await publish(draft(41, mine.name))).body.version).toBe(2);
    expect(await inForce()).toBe(before);
    const { body } = await service.get(`/rule-sets/${mine.name}/1`, { as: someone('operations') });
    expect(body).toEqual(first.body);
  });

  it('judges new scores from its activation on, and the last one activated is in force', async () => {
    const { client } = await service.treated();
    const mine = draft(45);
    await publish(mine);
    await activate(`${mine.name}/1`);
    expect(await inForce()).toBe(`${mine.name}@1`);
    await service.alertAbout(client, 44);
    const [alert] = await service.alertsOf(client);
    expect(alert).toMatchObject({
      signals: [{ rule: 'low', threshold: 45, ruleSet: `${mine.name}@1` }],
      explanation: 'In the check-in that raised it the alliance was rated 44, below the cut-off of 45.',
    });
    await activate('attune-default/5');
    expect(await inForce()).toBe('attune-default@5');
  });

  it('is listed with all its versions, the one in force marked', async () => {
    const { body } = await service.get('/rule-sets', { as: someone('supervisor') });
    const active = body.items.filter((item: { active: boolean }) => item.active);
    expect(active).toMatchObject([{ name: 'attune-default', version: 5 }]);
  });

  it.each([
    ['a detector that does not exist', { kind: 'oracle' }, '/rules/0/detector/kind'],
    ['a parameter out of its range', { kind: 'fall-since-last', by: -1 }, '/rules/0/detector/by'],
    [
      'one at which it would never speak',
      { kind: 'expected-score', mean: 50, between: 6, within: 5e-324 },
      '/rules/0/detector/within',
    ],
    ['one that is too large', { kind: 'ewma', target: 1e200, sd: 5 }, '/rules/0/detector/target'],
  ])('is refused with %s, by pointer', async (_what, detector, pointer) => {
    const refused = await publish({ ...draft(40), rules: [{ ...rule(40), detector }] });
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, pointer]);
  });

  it('is refused when two of its rules have one code', async () => {
    const refused = await publish({ ...draft(40), rules: [rule(40), rule(41)] });
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, '/rules']);
  });

  it('is refused under the name of what ships: the next release brings its next version', async () => {
    const refused = await publish(draft(40, 'attune-default'));
    expect([refused.status, refused.body.code, refused.body.errors[0].pointer]).toEqual([
      ...[400, 'rule-set-name-taken', '/name'],
    ]);
    expect((await service.get('/rule-sets/attune-default/6', { as: lead })).status).toBe(404);
  });

  it('is offered at several points of the curve, each ready to be published', async () => {
    const { status, body } = await service.get('/rule-sets/operating-points', { as: someone('supervisor') });
    expect(status).toBe(200);
    const shipped = body.items.filter((point: { shipped: boolean }) => point.shipped);
    expect(shipped).toHaveLength(1);
    expect(shipped[0].falsePer100).toBeLessThanOrEqual(5);
    const published = await publish({ ...draft(40), rules: body.items[0].rules });
    expect(published.status).toBe(201);
  });

  it('that does not exist is not found', async () => {
    expect((await activate('nothing/1')).status).toBe(404);
    expect((await service.get('/rule-sets/attune-default/99', { as: lead })).status).toBe(404);
  });
});

describe('who may', () => {
  it.each(['therapist', 'supervisor', 'operations', 'integrator'] as const)(
    'not change rules: %s',
    async (role) => {
      const as = someone(role);
      expect((await publish(draft(40), as)).status).toBe(403);
      expect((await activate('attune-default/5', as)).status).toBe(403);
      expect((await service.post('/rule-sets/dry-run', { as, body: { rules: [rule(40)] } })).status).toBe(
        403,
      );
      expect((await service.post('/rule-sets/attune-default/5/dry-run', { as, body: {} })).status).toBe(403);
    },
  );

  it('change rules is written down', async () => {
    const as = someone('admin');
    const mine = draft(40);
    await publish(mine, as);
    await activate(`${mine.name}/1`, as);
    await activate('attune-default/5');
    expect(await service.audited(as.person)).toEqual([
      { action: 'publish-rule-set', client_ids: [], subject: `${mine.name}@1` },
      { action: 'activate-rule-set', client_ids: [], subject: `${mine.name}@1` },
    ]);
  });

  it('not read rules: integrator', async () => {
    const as = someone('integrator');
    for (const path of [
      '/rules',
      '/rule-sets',
      '/rule-sets/operating-points',
      '/rule-sets/attune-default/5',
    ]) {
      expect((await service.get(path, { as })).status).toBe(403);
    }
  });
});

describe('a dry run', () => {
  it('says what rules would have raised on the history so far, with the list for the lead alone', async () => {
    const { client } = await service.treated();
    const before = (await service.post('/rule-sets/dry-run', { as: lead, body: { rules: [rule(20)] } })).body;
    await service.alertAbout(client, 19);
    await service.alertAbout(client, 18);
    const tried = await service.post('/rule-sets/dry-run', {
      as: lead,
      body: { rules: [rule(20)], days: 7 },
    });
    expect(tried.status).toBe(200);
    expect(tried.body).toMatchObject({
      days: 7,
      alerts: 1,
      signallingScores: 2,
      clientsWithAlert: 1,
      scores: before.scores + 2,
      summary:
        'Would have raised 1 alert for 1 client in the last 7 days. 2 scores would have signalled; signals in a row count as one alert.',
      items: [{ clientId: client, concern: 'alliance', severity: 'high', scores: 2, rules: ['low'] }],
    });
    const admin = someone('admin');
    const counted = await service.post('/rule-sets/attune-default/5/dry-run', { as: admin, body: {} });
    expect(counted.body).toMatchObject({ days: 90, items: null });
    expect(counted.body.alerts).toBeGreaterThan(0);
    expect(await service.audited(admin.person)).toEqual([
      { action: 'try-rule-set', client_ids: [], subject: 'attune-default@5' },
    ]);
  });

  it('of a version that does not exist is not found', async () => {
    expect((await service.post('/rule-sets/nothing/1/dry-run', { as: lead, body: {} })).status).toBe(404);
  });
});

describe('a rule that is sent in', () => {
  const sent = (change: object) => ({ ...draft(40), rules: [{ ...rule(40), ...change }] });

  it.each(['safety', 'attendance'])(
    'may not speak in the lane of %s, neither kept nor tried',
    async (concern) => {
      const refused = { status: 400, body: { errors: [{ pointer: '/rules/0/concern' }] } };
      expect(await publish(sent({ concern }))).toMatchObject(refused);
      const { rules } = sent({ concern });
      expect(await service.post('/rule-sets/dry-run', { as: lead, body: { rules } })).toMatchObject(refused);
    },
  );

  it('may not carry a parameter that would have no effect', async () => {
    const detector = { kind: 'absolute-cut-off', cutoff: 40, cutof: 30 };
    expect((await publish(sent({ detector }))).status).toBe(400);
    expect((await publish(sent({ minimumHistroy: 3 }))).status).toBe(400);
  });
});
