import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { instrumentKeyCorrected, instrumentPublished } from '@attune/contracts';
import { alertingService, someone, type AlertingService } from '../../test-stack/alerting-service.ts';

let service: AlertingService;
beforeAll(async () => {
  service = await alertingService({ broker: true });
}, 90_000);
afterAll(() => service.stop());

const lead = someone('clinic-lead');
const { example } = instrumentPublished;
const scaleOf = (code: string, higherIsBetter: boolean) => ({
  ...example.scales[0]!,
  ...{ code, higherIsBetter },
});
const one = { ...example, url: 'https://example.org/one', scales: [scaleOf('total', true)] };
const about = { key: one.url, subject: one.url, time: new Date() };
const published = () => instrumentPublished.event({ ...about, data: one });
const corrected = () =>
  instrumentKeyCorrected.event({
    ...about,
    data: {
      ...{ ...one, scales: [scaleOf('total', false)], keyRevision: 1 },
      correctedAt: new Date().toISOString(),
    },
  });

const rule = (change: object = {}) => ({
  ...{ code: 'low', title: 'Low', concern: 'alliance', severity: 'high', instrument: one.url },
  ...{ scale: 'total', direction: 'higher-is-better', detector: { kind: 'absolute-cut-off', cutoff: 30 } },
  ...change,
});
const publish = (change?: object) =>
  service.post('/rule-sets', { as: lead, body: { name: 'ours', title: 'Ours', rules: [rule(change)] } });
const dryRun = (change?: object) =>
  service.post('/rule-sets/dry-run', { as: lead, body: { rules: [rule(change)] } });
const unpublished = [{ pointer: '/rules/0/instrument' }];

it('a rule is held against the scales that its instrument has', async () => {
  expect(await publish()).toMatchObject({ status: 201, body: { warnings: unpublished } });
  expect(await dryRun()).toMatchObject({ status: 200, body: { warnings: unpublished } });

  await service.publish(published());
  await service.settled();
  expect(await publish()).toMatchObject({ status: 201, body: { warnings: [] } });
  expect(await dryRun()).toMatchObject({ status: 200, body: { warnings: [] } });
  for (const [change, pointer] of [
    [{ scale: 'task' }, '/rules/0/scale'],
    [{ direction: 'lower-is-better' }, '/rules/0/direction'],
  ] as const) {
    const refused = { status: 400, body: { errors: [{ pointer }] } };
    expect(await publish(change)).toMatchObject(refused);
    expect(await dryRun(change)).toMatchObject(refused);
  }

  await service.publish(corrected());
  await service.settled();
  expect((await publish()).status).toBe(400);
  const kept = { body: { warnings: [{ pointer: '/rules/0/direction' }] } };
  expect(await service.post('/rule-sets/ours/2/dry-run', { as: lead, body: {} })).toMatchObject(kept);
  // What is written down stays; what looks the wrong way does not come into force.
  expect(await service.post('/rule-sets/ours/2/activate', { as: lead })).toMatchObject({
    status: 409,
    body: { code: 'rules-do-not-fit', errors: [{ pointer: '/rules/0/direction' }] },
  });
  expect((await service.get('/rules', { as: lead })).body.ruleSet).not.toBe('ours@2');
}, 30_000);
