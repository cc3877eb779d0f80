import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { eventually, instrumentOf, rulesOf, totalOf, totalScale, type ScaleOfTest } from '@attune/testing';
import { caseloadService, type CaseloadService } from '../../test-stack/caseload-service.ts';

// A real broker on a busy machine takes its time.
jest.setTimeout(60_000);

let service: CaseloadService;
const short: ScaleOfTest = { url: 'https://clinic.example/short', scale: 'total', min: 4, max: 20 };
const ofShort = { url: short.url, version: '1.0.0' };
beforeAll(async () => {
  service = await caseloadService();
}, 90_000);
afterAll(() => service.stop());

const as = { person: randomUUID(), roles: ['operations' as const] };
const scales = async () =>
  (await service.get('/alliance-scales', { as })).body.items.map(
    ({ instrument }: { instrument: string }) => instrument,
  );

it('the alliance on the board is the newest score on a scale that the rules in force watch for it', async () => {
  const client = randomUUID();
  const answered = [50, 44].map((value, index) => totalOf(client, value, 30 - index).scored);
  const later = [18, 9].map((value, index) => totalOf(client, value, 20 - index, ofShort).scored);
  await service.publish(...answered, ...later);
  await service.settled();
  expect(await service.client(client)).toMatchObject({
    ...{
      lastScore: { value: 44, min: 12, max: 60, change: -6, instrument: totalScale.url },
      trend: [50, 44],
    },
  });
  expect(await scales()).toEqual([totalScale.url]);

  // Other rules, and the instrument later than they: every client is looked at again.
  const rules = rulesOf('with-the-short-form', [short, totalScale]);
  await service.publish(rules.published, rules.activated());
  await service.publish(instrumentOf(short));
  const seen = await eventually(
    () => service.client(client),
    ({ lastScore }) => lastScore?.instrument === short.url,
  );
  expect(seen).toMatchObject({
    ...{ lastScore: { value: 9, min: 4, max: 20, change: -9 }, trend: [18, 9] },
    reasons: ['alliance 9 of 20, below 12', 'alliance fell by 9 since last time'],
  });
  expect(await scales()).toEqual([short.url, totalScale.url]);
  // Of several versions the newest is told, whatever they are called.
  await service.publish(
    instrumentOf({ ...short, max: 24 }, '10.x'),
    instrumentOf({ ...short, max: 22 }, '2.0'),
  );
  await service.settled();
  const { items } = (await service.get('/alliance-scales', { as })).body;
  expect(items[0]).toMatchObject({ instrument: short.url, max: 24 });
  const weak = await service.get('/clients?care=all&filter=last-score-percent:..49', { as });
  expect(weak.body.items.map(({ clientId }: { clientId: string }) => clientId)).toContain(client);

  // Rules that watch no alliance leave none, and those of before bring it back.
  const none = rulesOf('of-outcomes', [{ ...short, scale: 'mood' }]);
  await service.publish(none.published, none.activated());
  await eventually(
    () => service.client(client),
    ({ lastScore }) => lastScore === null,
  );
  await service.publish(rules.activated());
  await eventually(
    () => service.client(client),
    ({ lastScore }) => lastScore?.value === 9,
  );
});

it('whoever may see no client is not told the scales either', async () => {
  const admin = { person: randomUUID(), roles: ['admin' as const] };
  expect((await service.get('/alliance-scales', { as: admin })).status).toBe(403);
});
