import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  allianceAnswers,
  runningService,
  someone,
  type RunningService,
} from '../../test-stack/running-service.ts';

let service: RunningService;
beforeAll(async () => {
  service = await runningService();
}, 90_000);
afterAll(() => service.stop());

async function asked() {
  const { client, therapist } = await service.treated();
  return { client, ...(await service.ask(therapist, client)) };
}
const submit = (link: string) =>
  service.post('/check-in/responses', { link, body: { answers: allianceAnswers() } });
const tell = (link: string, seconds: number, linkId = 'goals-1') =>
  service.post('/check-in/timings', { link, body: { items: [{ linkId, seconds }] } });
const usage = async (as = someone('operations')) =>
  (await service.get('/instruments/attune-alliance-check-in/usage', { as })).body.items;

it('counts each sent form once, by item, and shows nothing of fewer than five', async () => {
  for (const [index, seconds] of [4, 4, 4, 25].entries()) {
    const { link } = await asked();
    await submit(link);
    expect([(await tell(link, seconds)).status, (await tell(link, seconds)).status]).toEqual([204, 204]);
    if (index === 0) await tell(link, 4, 'goals-2');
  }
  expect(await usage()).toMatchObject([
    { linkId: 'goals-1', timed: null, halfWithinSeconds: null, left: null },
  ]);
  const { link } = await asked();
  await submit(link);
  await tell(link, 500);
  expect(await usage()).toEqual([
    {
      ...{ version: '1.1.0', linkId: 'goals-1', timed: 5, halfWithinSeconds: 5 },
      ...{ nineTenthsWithinSeconds: null, left: 0 },
    },
  ]);
});

it('takes nothing from a link that is open, over or unknown, and nothing of items that are not there', async () => {
  const before = await usage();
  const open = await asked();
  expect((await tell(open.link, 4)).status).toBe(204);
  expect(await tell('A'.repeat(43), 4)).toMatchObject({ status: 404, body: { code: 'link-unknown' } });
  await submit(open.link);
  await tell(open.link, 4, 'nothing-1');
  const late = await asked();
  await submit(late.link);
  await service.moveClock(2 * 3_600_000);
  expect((await tell(late.link, 4)).status).toBe(204);
  await service.moveClock(0);
  expect(await usage()).toEqual(before);
});

it('keeps neither who nor when: columns are the instrument, the item, the month and counts', async () => {
  const columns = await service.database.query<{ column_name: string }>(
    `SELECT DISTINCT column_name FROM information_schema.columns WHERE table_name IN ('item_seconds', 'item_left')`,
  );
  expect(columns.map(({ column_name }) => column_name).sort()).toEqual(
    ['count', 'instrument_url', 'instrument_version', 'link_id', 'month', 'within_seconds'].sort(),
  );
});

it.each(['therapist', 'supervisor', 'integrator'] as const)('is not for %s', async (role) => {
  const as = someone(role);
  expect((await service.get('/instruments/attune-alliance-check-in/usage', { as })).status).toBe(403);
});

it.each(['operations', 'clinic-lead', 'admin'] as const)('is for %s', async (role) => {
  expect(await usage(someone(role))).toHaveLength(1);
});
