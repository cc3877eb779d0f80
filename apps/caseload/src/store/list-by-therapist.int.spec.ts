import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@attune/testing';
import { migrate, type Transaction } from '@attune/platform';
import { searchQuery } from '../domain/search-query.ts';
import type { Narrowing, Sorting } from './list-clients.sql.ts';
import { listClients } from './list-clients.store.ts';
import { migrations } from './migrations/index.ts';
import { forgetStaff, saveStaff } from './staff.store.ts';

let database: TestDatabase;
let tx: Transaction;
const all: Narrowing = {
  ...{ search: null, therapistId: null, ownOnly: false, care: 'current', ranges: [] },
  now: new Date('2026-11-23T10:00:00Z'),
};

beforeAll(async () => {
  database = await testDatabase('caseload');
  await migrate(database.ownerUrl, 'caseload', migrations);
  tx = database as unknown as Transaction;
}, 60_000);

afterAll(() => database.drop());

it('goes by the names of therapists, whatever their accents, and has those of nobody last in both directions', async () => {
  const [anna, zoe] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'];
  await saveStaff(tx, zoe, 'Zoë Åkesson');
  await saveStaff(tx, anna, 'Älva Berg');
  const entries: [string, string | null, number][] = [
    ['of zoe, at risk', zoe, 90],
    ['of zoe', zoe, 10],
    ['of anna', anna, 20],
    ['of nobody, at risk', null, 100],
    ['of nobody', null, 3],
  ];
  for (const [name, therapistId, risk] of entries)
    await database.query(
      `INSERT INTO client_entry (client_id, name, sort_name, therapist_id, risk)
       VALUES (gen_random_uuid(), $1, $1, $2, $3)`,
      [`sorted ${name}`, therapistId, risk],
    );
  await database.query(`INSERT INTO client_words SELECT client_id, array_to_tsvector(ARRAY['sorted'])
    FROM client_entry WHERE name LIKE 'sorted %'`);
  const only = { ...all, search: searchQuery('sorted') };
  const by = async (order: Sorting) =>
    (await listClients(tx, order, only, null, 9)).map(({ name }) => name?.replace('sorted ', ''));
  const rest = ['of nobody, at risk', 'of nobody'];
  expect(await by('therapist')).toEqual(['of anna', 'of zoe, at risk', 'of zoe', ...rest]);
  expect(await by('-therapist')).toEqual(['of zoe, at risk', 'of zoe', 'of anna', ...rest]);
});

describe.each<'therapist' | '-therapist'>(['therapist', '-therapist'])('going on by %s', (order) => {
  const [anna, berta, carla] = ['1a', '1b', '1c'].map(
    (end) => `00000000-0000-4000-8000-0000000000${end}`,
  ) as [string, string, string];
  const names = { [anna]: 'Anna', [berta]: 'Berta', [carla]: 'Carla' };
  const only = { ...all, search: searchQuery('erased') };
  const of = (name: string, numbers: number[]) => numbers.map((number) => `${name} ${String(number)}`);
  const page = (after: { key: string; id: string } | null, limit: number) =>
    listClients(tx, order, only, after, limit);
  const endOf = (rows: Awaited<ReturnType<typeof page>>) => {
    const last = rows.at(-1)!;
    return { key: last.sort_key, id: last.client_id };
  };
  const readOn = async (end: { key: string; id: string }) => {
    const seen: string[] = [];
    for (let rows = await page(end, 2); rows.length > 0; rows = await page(endOf(rows), 2))
      seen.push(...rows.map(({ name }) => name!.replace('erased ', '')));
    return seen;
  };
  const [first, last] = order === 'therapist' ? ['Anna', 'Carla'] : ['Carla', 'Anna'];

  beforeEach(async () => {
    await database.query(`DELETE FROM client_entry WHERE name LIKE 'erased %'`);
    for (const [id, name] of Object.entries(names)) {
      await saveStaff(tx, id, name);
      for (const risk of [4, 3, 2, 1])
        await database.query(
          `INSERT INTO client_entry (client_id, name, sort_name, therapist_id, risk)
           VALUES (gen_random_uuid(), $1, $1, $2, $3)`,
          [`erased ${name} ${String(risk)}`, id, risk],
        );
    }
    await database.query(`INSERT INTO client_entry (client_id, name, sort_name, risk)
      VALUES (gen_random_uuid(), 'erased Nobody 3', 'erased nobody', 3)`);
    await database.query(`INSERT INTO client_words SELECT client_id, array_to_tsvector(ARRAY['erased'])
      FROM client_entry WHERE name LIKE 'erased %'`);
  });

  it('loses and doubles nobody when the therapist at whom it stood is erased meanwhile', async () => {
    const end = endOf(await page(null, 6));
    expect(end.key).not.toMatch(/berta/i);
    await forgetStaff(tx, berta);
    const rest = ['Nobody 3', ...of('Berta', [2, 1])];
    expect(await readOn(end)).toEqual([...of(last!, [4, 3, 2, 1]), ...rest]);
  });

  it('so it is when the next of them is erased, too', async () => {
    const end = endOf(await page(null, 2));
    await forgetStaff(tx, order === 'therapist' ? anna : carla);
    const second = await page(end, 2);
    expect(second.map(({ name }) => name)).toEqual(of('erased Berta', [4, 3]));
    await forgetStaff(tx, berta);
    const seen = await readOn(endOf(second));
    expect(seen.slice(0, 4)).toEqual(of(last!, [4, 3, 2, 1]));
    expect(seen.slice(4).sort()).toEqual(['Nobody 3', ...of('Berta', [2, 1]), ...of(first!, [2, 1])].sort());
  });

  it('so it is when others before it are erased with it: who moved to the end is met there', async () => {
    const end = endOf(await page(null, 6));
    await forgetStaff(tx, berta);
    await forgetStaff(tx, order === 'therapist' ? anna : carla);
    const seen = await readOn(end);
    expect(seen.slice(0, 4)).toEqual(of(last!, [4, 3, 2, 1]));
    expect(seen).toEqual(expect.arrayContaining(of('Berta', [2, 1])));
  });

  it.each(['Aaron', 'Zoe'])(
    'so it is when the therapist at whom it stood is called %s meanwhile',
    async (name) => {
      const end = endOf(await page(null, 6));
      await saveStaff(tx, berta, name);
      const seen = await readOn(end);
      const expected = [...of('Berta', [2, 1]), ...of(last!, [4, 3, 2, 1]), 'Nobody 3'];
      expect(seen).toEqual(expect.arrayContaining(expected));
      expect(seen.filter((one) => one.startsWith(last!))).toEqual(of(last!, [4, 3, 2, 1]));
    },
  );

  it('so it is among those of nobody', async () => {
    await forgetStaff(tx, berta);
    const end = endOf(await page(null, 10));
    expect(await readOn(end)).toHaveLength(3);
  });
});
