import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually, personOf } from '@attune/testing';
import { Freshness, type FreshnessView } from './freshness.ts';
import { caseloadService, type CaseloadService } from './test-stack/caseload-service.ts';

let service: CaseloadService;
beforeAll(async () => {
  service = await caseloadService();
}, 90_000);
afterAll(() => service.stop());

const operations = { person: randomUUID(), roles: ['operations' as const] };
const board = async (): Promise<FreshnessView & { asOf: string }> =>
  (await service.get('/clients', { as: operations })).body;
const after = (time: string) => eventually(board, ({ asOf }) => asOf > time);
const rows = () => service.database.query<{ instance_id: string }>('SELECT instance_id FROM instance');
const freshness = () => service.app.get(Freshness);
const other = (upTo: string, toldAt: string) =>
  service.database.query(
    `INSERT INTO instance (instance_id, up_to, told_at)
     VALUES (gen_random_uuid(), now() - $1::interval, now() - $2::interval)`,
    [upTo, toldAt],
  );

it('the board is of this moment also where nothing happens', async () => {
  const { asOf } = await eventually(board, (one) => one.asOf !== null);
  expect(await after(asOf)).toMatchObject({ delayed: false });
  await sleep(2_500);
  const later = await board();
  expect(Date.now() - Date.parse(later.asOf)).toBeLessThan(5_000);
});

it('every page that says as of when it is says the same', async () => {
  for (const path of ['/clients', '/therapists', '/day?zone=UTC', '/trends?zone=UTC'])
    expect((await service.get(path, { as: operations })).body).toMatchObject({
      asOf: expect.stringMatching(/^2/),
      delayed: false,
    });
});

it('stays at the moment before an event that waits, and goes on with it', async () => {
  await service.db.asWorker(async (tx) => {
    await tx.query('LOCK TABLE inbox IN EXCLUSIVE MODE');
    await service.publish(personOf(randomUUID(), 'Xenia Quast', 'staff').registered);
    await sleep(1_500);
    const [one] = [await board(), await sleep(1_500)];
    expect((await board()).asOf).toBe(one.asOf);
  });
  await after(new Date().toISOString());
});

it('is as old as the instance that is furthest behind, for as long as that one lives', async () => {
  await other('5 minutes', '1 second');
  await freshness().sweep();
  const { asOf, delayed } = await board();
  expect(Date.now() - Date.parse(asOf)).toBeGreaterThan(299_000);
  expect(delayed).toBe(true);

  await service.database.query(`UPDATE instance SET told_at = told_at - interval '31 seconds'`);
  await freshness().sweep();
  expect(await board()).toMatchObject({ delayed: false });
  expect(await rows()).toHaveLength(1);
});

it('goes no further while another instance does not know how far it is', async () => {
  await service.database.query(
    `INSERT INTO instance (instance_id, told_at) VALUES (gen_random_uuid(), now())`,
  );
  await freshness().sweep();
  const { asOf } = await board();
  await sleep(2_500);
  expect((await board()).asOf).toBe(asOf);
  await service.database.query('DELETE FROM instance WHERE up_to IS NULL');
  await freshness().sweep();
  await after(asOf);
});

it('an instance that ends holds nobody back', async () => {
  const before = await rows();
  const end = await service.another();
  await eventually(rows, ({ length }) => length === before.length + 1);
  await end();
  expect(await rows()).toEqual(before);
}, 30_000);
