import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rowsTouched, testDatabase, type TestDatabase } from '@attune/testing';
import pg from 'pg';
import { migrate, type Transaction } from '@attune/platform';
import { searchQuery } from '../domain/search-query.ts';
import { byTherapistSql, placeOf, withoutTherapistSql } from './list-by-therapist.sql.ts';
import { listClientsSql, type Narrowing, type Sorting, sortings } from './list-clients.sql.ts';
import { countClients, listClients } from './list-clients.store.ts';
import { saveClientName } from './client-name.store.ts';
import { migrations } from './migrations/index.ts';
import type { Range } from './number-ranges.sql.ts';

let database: TestDatabase;
let client: pg.Client;
let tx: Transaction;
const all: Narrowing = {
  search: null,
  therapistId: null,
  ownOnly: false,
  care: 'current',
  ranges: [],
  now: new Date('2026-11-23T10:00:00Z'),
};
const clients = 50_000;

beforeAll(async () => {
  database = await testDatabase('caseload');
  await migrate(database.ownerUrl, 'caseload', migrations);
  client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  await client.query('SET search_path = caseload, public');
  await client.query(
    `INSERT INTO client_entry (client_id, name, sort_name, therapist_id, last_session_at, last_score, risk,
       last_score_change, attrition, missed_in_a_row, missed_lately, requests_due, requests_answered, care_since,
       alerts, trend, reasons, factors, next_session_at, sessions_ahead, last_score_instrument, last_score_scale, last_score_min,
       last_score_max, last_score_higher_is_better)
     SELECT gen_random_uuid(), 'Client ' || i, 'client ' || i, md5((i % 400)::text)::uuid,
       CASE WHEN i % 7 > 0 THEN timestamptz '2026-01-01' + i * interval '1 minute' END,
       CASE WHEN i % 5 > 0 THEN 12 + i % 49 END, i % 101,
       CASE WHEN i % 5 > 1 THEN i % 30 - 15 END, i % 11, i % 4, i % 6, i % 20, i % 20 / 2,
       CASE WHEN i % 9 > 0 THEN timestamptz '2025-01-01' + i * interval '1 minute' END,
       CASE WHEN i % 10 = 0 THEN '[{}]' ELSE '[]' END::jsonb, array_fill(30::float8, ARRAY[8]),
       ARRAY['The last score lies below the cut-off'],
       '[{"code":"silence","weight":1,"reason":"2 requests in a row without an answer"}]',
       CASE WHEN i % 8 > 0 THEN timestamptz '2026-11-24' + i * interval '1 minute' END, i % 8, 'check-in', 'total', 12, 60, true FROM generate_series(1, $1) i`,
    [clients],
  );
  await client.query(
    `INSERT INTO client_words SELECT client_id, array_to_tsvector(string_to_array(sort_name, ' ')) FROM client_entry`,
  );
  // One client in forty is nobody's, another one's therapist has no name here.
  await client.query(`UPDATE client_entry SET therapist_id = NULL WHERE therapist_id = md5('0')::uuid`);
  await client.query(
    `INSERT INTO staff SELECT md5(i::text)::uuid, 'Staff ' || i, 'staff ' || i FROM generate_series(2, 399) i`,
  );
  await client.query('VACUUM ANALYZE');
  tx = {
    query: async (sql: string, params: unknown[] = []) => (await client.query(sql, params)).rows,
  } as unknown as Transaction;
}, 60_000);

afterAll(async () => {
  await client.end();
  await database.drop();
});

const statement = (order: Sorting, narrowing: Narrowing, after: { key: string; id: string } | null) =>
  order === 'therapist' || order === '-therapist'
    ? byTherapistSql(order === 'therapist' ? 'ASC' : 'DESC', narrowing, after && placeOf(after), 50)
    : listClientsSql(order, narrowing, after, 50);

const touchedBy = (of: { readonly sql: string; readonly params: unknown[] }) =>
  rowsTouched(database, 'client_entry', of);
const touched = (order: Sorting, narrowing: Narrowing, after: { key: string; id: string } | null) =>
  touchedBy(statement(order, narrowing, after));

describe('a page of 50,000 clients', () => {
  it.each(sortings)('sorted by %s touches no more rows than it shows', async (order) => {
    // The other way round those of whom it is not known are read beside those of whom it is.
    // So are the clients of one therapist, of whom those at risk are first.
    const most = order.endsWith('therapist') ? 260 : order.startsWith('-') ? 110 : 60;
    expect(await touched(order, all, null)).toBeLessThanOrEqual(most);
    const last = (await listClients(tx, order, all, null, 50)).at(-1)!;
    expect(await touched(order, all, { key: last.sort_key, id: last.client_id })).toBeLessThanOrEqual(most);
  });

  it.each<[Sorting, Range]>([
    ['weeks', { name: 'weeks', from: 90, to: 95 }],
    ['last-score', { name: 'last-score-percent', from: 60, to: null }],
    ['response-rate', { name: 'response-rate', from: 40, to: 60 }],
    ['risk', { name: 'risk', from: null, to: 20 }],
  ])('sorted and narrowed by %s begins where the range does', async (order, range) => {
    expect(await touched(order, { ...all, ranges: [range] }, null)).toBeLessThanOrEqual(60);
  });

  it('of those of nobody, or of whom nobody knows, touches no others but one of each therapist', async () => {
    const first = withoutTherapistSql(all, { after: null, gone: [] }, 50);
    expect(await touchedBy(first)).toBeLessThanOrEqual(400);
    // Where there are none, all the same.
    const none = { ...all, ranges: [{ name: 'attrition' as const, from: 11, to: null }] };
    expect(await touchedBy(withoutTherapistSql(none, { after: null, gone: [] }, 50))).toBeLessThanOrEqual(
      400,
    );
  });

  it('of one therapist, or found by name, touches those clients only', async () => {
    const { rows } = await client.query<{ id: string }>(`SELECT md5('7')::uuid AS id`);
    expect(await touched('risk', { ...all, therapistId: rows[0]!.id }, null)).toBeLessThanOrEqual(130);
    expect(await touched('name', { ...all, search: searchQuery('cli 4999') }, null)).toBeLessThanOrEqual(60);
  });

  it.each(sortings)('sorted by %s, one after the other shows every client once', async (order) => {
    const narrowing = { ...all, search: searchQuery('client 49') };
    const seen: string[] = [];
    let after: { key: string; id: string } | null = null;
    for (;;) {
      const page = await listClients(tx, order, narrowing, after, 50);
      seen.push(...page.map((row) => row.client_id));
      const last = page.at(-1);
      if (!last) break;
      after = { key: last.sort_key, id: last.client_id };
    }
    expect(seen).toHaveLength(1111);
    expect(new Set(seen).size).toBe(1111);
  });
});

it('finds a name whatever its case and diacritics, by the beginning of any word', async () => {
  const id = '00000000-0000-4000-8000-000000000001';
  await saveClientName(tx, id, 'Zoë Müller-Lüdenscheidt');
  for (const typed of ['zoe', 'MÜLL', 'lud zo']) {
    const found = await listClients(tx, 'name', { ...all, search: searchQuery(typed) }, null, 5);
    expect(found.map((row) => row.client_id)).toEqual([id]);
  }
  expect(await listClients(tx, 'name', { ...all, search: searchQuery('oe') }, null, 5)).toEqual([]);
});

it.each<[string, Range, number]>([
  ['one end', { name: 'missed', from: 2, to: null }, 25_000],
  ['both ends', { name: 'attrition', from: 9, to: 10 }, 9_090],
  ['a share in percent', { name: 'response-rate', from: null, to: 30 }, 2_500],
  ['weeks of care', { name: 'weeks', from: 98, to: null }, 6_934],
  ['nothing booked', { name: 'sessions-ahead', from: null, to: 0 }, 6_250],
  ['days until the next session', { name: 'days-to-session', from: null, to: 7 }, 8_085],
  ['days since the last session', { name: 'days-since-session', from: 320, to: null }, 7_920],
])('narrows by a number: %s', async (_name, range, expected) => {
  const total = await countClients(tx, { ...all, ranges: [range] });
  expect(Math.abs(total - expected)).toBeLessThanOrEqual(1);
});

it.each<[Range, number]>([
  [{ name: 'last-score', from: null, to: 999 }, 40_000],
  [{ name: 'last-score', from: 0, to: null }, 40_000],
  [{ name: 'last-score-percent', from: null, to: 100 }, 40_000],
  [{ name: 'response-rate', from: 0, to: null }, 47_500],
  [{ name: 'weeks', from: -9999, to: null }, 44_445],
  [{ name: 'weeks', from: null, to: 9999 }, 44_445],
  [{ name: 'days-to-session', from: 0, to: null }, 43_750],
  [{ name: 'days-since-session', from: null, to: 9999 }, 42_858],
])('counts a number that is not known to no range: %j', async (range, expected) => {
  // A client of the spec above is among them, of whom nothing is known.
  expect(await countClients(tx, { ...all, ranges: [range] })).toBe(expected);
});

it.each<[number | null, number | null, boolean]>([
  [10, null, true],
  [10.5, null, false],
  [null, 10, true],
  [null, 10.5, true],
  [null, 9.5, false],
  [10, 10, true],
])('counts whole weeks only: ten of them lie in %s..%s: %s', async (from, to, lies) => {
  // Ten weeks and six days.
  const since = new Date(all.now.getTime() - 76 * 86_400_000);
  const id = '00000000-0000-4000-8000-000000000002';
  await client.query(
    `INSERT INTO client_entry (client_id, sort_name, care_since, risk) VALUES ($1, 'ten weeks', $2, 100)
     ON CONFLICT DO NOTHING`,
    [id, since],
  );
  const ranges: Range[] = [{ name: 'weeks', from, to }];
  const alone = { ...all, ranges, therapistId: null };
  const found = await client.query<{ client_id: string }>(
    ...(({ sql, params }) => [sql, params] as const)(listClientsSql('weeks', alone, null, 60_000)),
  );
  expect(found.rows.some((row) => row.client_id === id)).toBe(lies);
});

it('sorts scores of several scales by the part of their scale, and weak ones first on any', async () => {
  const therapistId = '00000000-0000-4000-8000-000000000009';
  const theirs = { ...all, therapistId };
  const scores: [string, number, number, number, boolean, number][] = [
    ['middle of sixty', 36, 12, 60, true, -4],
    ['weak of twenty', 6, 4, 20, true, -1],
    ['strong of twenty', 19, 4, 20, true, -4],
    ['weak where less is better', 23, 0, 24, false, 3],
  ];
  for (const [name, ...score] of scores)
    await client.query(
      `INSERT INTO client_entry (client_id, name, sort_name, last_score, last_score_min, last_score_max,
         last_score_higher_is_better, last_score_change, therapist_id)
       VALUES (gen_random_uuid(), $1, $1, $2, $3, $4, $5, $6, $7)`,
      [name, ...score, therapistId],
    );
  const by = async (order: Sorting) =>
    (await listClients(tx, order, theirs, null, 10)).map((row) => row.name);
  expect(await by('last-score')).toEqual([
    ...['weak where less is better', 'weak of twenty', 'middle of sixty', 'strong of twenty'],
  ]);
  expect(await by('change')).toEqual([
    ...['strong of twenty', 'weak where less is better', 'middle of sixty', 'weak of twenty'],
  ]);
  const low = { ...theirs, ranges: [{ name: 'last-score-percent' as const, from: null, to: 13 }] };
  expect((await listClients(tx, 'last-score', low, null, 10)).map((row) => row.name)).toEqual([
    ...['weak where less is better', 'weak of twenty'],
  ]);
});
