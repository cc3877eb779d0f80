import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { migrate } from '@attune/platform';
import { rowsTouched, testDatabase, type TestDatabase } from '@attune/testing';
import { firstRecordsSql } from './first-records.sql.ts';
import { migrations } from './migrations/index.ts';

let database: TestDatabase;
const [therapist, supervisor, colleague] = [randomUUID(), randomUUID(), randomUUID()];
const many = 5_000;

beforeAll(async () => {
  database = await testDatabase('caseload');
  await migrate(database.ownerUrl, 'caseload', migrations);
  await database.query(
    `INSERT INTO client_request SELECT gen_random_uuid(), md5((i % 100)::text)::uuid, NULL,
       timestamptz '2026-01-01' + i * interval '1 minute', timestamptz '2026-01-05' + i * interval '1 minute', 'expired'
     FROM generate_series(1, $1) i`,
    [many],
  );
  await database.query(
    `INSERT INTO session SELECT gen_random_uuid(), md5((i % 100)::text)::uuid, $2,
       timestamptz '2026-01-01' + i * interval '1 minute', timestamptz '2026-01-02' + i * interval '1 minute',
       'Europe/Berlin', 'completed' FROM generate_series(1, $1) i`,
    [many, colleague],
  );
  await database.query(
    `INSERT INTO care_relationship SELECT gen_random_uuid(), md5(i::text)::uuid, $1, 'primary', '2025-12-01', NULL
     FROM generate_series(0, 99) i`,
    [colleague],
  );
  await database.query('VACUUM ANALYZE');
}, 60_000);
afterAll(() => database.drop());

const asked = (...whose: (string | null)[]) => ({
  sql: firstRecordsSql,
  params: ['-infinity', '2026-12-01', whose],
});

it.each([
  ['of a therapist', [therapist, null]],
  ['of a team', [null, supervisor]],
  ['of a therapist with another’s team', [colleague, supervisor]],
])('%s without clients no history is read to find nothing', async (_, whose) => {
  const rows = await database.query(firstRecordsSql, asked(...whose).params);
  expect(rows).toMatchObject([{ request: null, score: null, alert: null, care: null }]);
  expect(await rowsTouched(database, 'client_request', asked(...whose))).toBe(0);
});

it('of somebody with clients, and of everybody, the first is found at once', async () => {
  for (const whose of [
    [colleague, null],
    [null, null],
  ]) {
    expect(await rowsTouched(database, 'client_request', asked(...whose))).toBeLessThan(10);
    const rows = await database.query(firstRecordsSql, asked(...whose).params);
    expect(rows).toMatchObject([{ request: new Date('2026-01-01T00:01:00Z'), score: null }]);
  }
});

it('the sessions of a team that is nobody’s are not gone through', async () => {
  expect(await rowsTouched(database, 'session', asked(null, supervisor))).toBe(0);
});
