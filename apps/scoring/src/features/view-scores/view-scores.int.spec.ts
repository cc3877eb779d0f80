import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createService, DatabaseModule, readConfig, type Role } from '@attune/platform';
import { testDatabase, testIssuer, type TestDatabase, type TestIssuer } from '@attune/testing';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { migrations } from '../../store/migrations/index.ts';
import { ViewScoresController } from './view-scores.controller.ts';
import { ViewScores } from './view-scores.query.ts';

@Module({
  imports: [DatabaseModule.forService({ schema: 'scoring', migrations })],
  controllers: [ViewScoresController],
  providers: [ViewScores],
})
class ReadSide {}

let database: TestDatabase;
let issuer: TestIssuer;
let app: NestFastifyApplication;
const therapist = randomUUID();
const client = randomUUID();
const responses = [randomUUID(), randomUUID(), randomUUID()];

beforeAll(async () => {
  [database, issuer] = await Promise.all([testDatabase('scoring'), testIssuer()]);
  app = await createService(
    { name: 'scoring', module: ReadSide },
    readConfig({ ...database.env, ...issuer.env }),
  );
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  await database.query(
    `INSERT INTO care_relationship VALUES (gen_random_uuid(), $1, $2, 'primary', '2020-01-01', NULL)`,
    [client, therapist],
  );
  for (const [index, response] of responses.entries()) {
    const at = new Date(Date.UTC(2026, 0, index + 1));
    await database.query(
      `INSERT INTO score VALUES (gen_random_uuid(), $1, $2, NULL, 'https://example.org/a', '1', $3, $3, '[]', 'test', $4)`,
      [response, client, at, index === 2 ? at : null],
    );
  }
}, 60_000);

afterAll(async () => {
  await app.close();
  await Promise.all([database.drop(), issuer.close()]);
});

async function get(person: string, role: Role, path: string) {
  const headers = await issuer.authorization({ person, roles: [role] });
  const answer = await app.inject({ url: `/api/scoring/scores${path}`, headers });
  return { status: answer.statusCode, body: answer.json() };
}
const ids = (body: { items: { responseId: string }[] }) => body.items.map(({ responseId }) => responseId);

it('shows the scores that stand, the newest first, to whoever treats the client, page by page', async () => {
  const first = await get(therapist, 'therapist', `?clientId=${client}&limit=1`);
  expect([first.status, ids(first.body)]).toEqual([200, [responses[1]]]);
  const second = await get(therapist, 'therapist', `?clientId=${client}&limit=1&cursor=${first.body.next}`);
  expect([ids(second.body), second.body.next]).toEqual([[responses[0]], null]);
});

it('shows nothing of a client to another therapist, by list or by response', async () => {
  expect(ids((await get(randomUUID(), 'therapist', `?clientId=${client}`)).body)).toEqual([]);
  expect((await get(randomUUID(), 'therapist', `/by-response/${responses[0]}`)).status).toBe(404);
  expect((await get(therapist, 'therapist', `/by-response/${responses[0]}`)).status).toBe(200);
});

it.each<Role>(['operations', 'clinic-lead'])('shows every client to %s', async (role) => {
  expect(ids((await get(randomUUID(), role, `?clientId=${client}`)).body)).toHaveLength(2);
});

it.each<Role>(['admin', 'integrator'])('refuses %s', async (role) => {
  expect((await get(randomUUID(), role, `?clientId=${client}`)).status).toBe(403);
});

it('answers for a score that was withdrawn as for none', async () => {
  expect((await get(therapist, 'therapist', `/by-response/${responses[2]}`)).status).toBe(404);
});

it('writes down who read what, and nothing where nothing was shown', async () => {
  const reader = randomUUID();
  await get(reader, 'operations', `/by-response/${responses[0]}`);
  await get(reader, 'operations', `/by-response/${randomUUID()}`);
  const entries = await database.query(
    'SELECT action, client_ids, subject FROM audit_entry WHERE person_id = $1',
    [reader],
  );
  expect(entries).toEqual([{ action: 'view-score', client_ids: [client], subject: responses[0] }]);
});
