import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createService, DatabaseModule, readConfig, type Role } from '@attune/platform';
import { testDatabase, testIssuer, type TestDatabase, type TestIssuer } from '@attune/testing';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { Freshness } from '../../freshness.ts';
import { migrations } from '../../store/migrations/index.ts';
import { ViewCourseController } from '../view-course/view-course.controller.ts';
import { ViewCourse } from '../view-course/view-course.query.ts';
import { ListClientsController } from './list-clients.controller.ts';
import { ListClients } from './list-clients.query.ts';

@Module({
  imports: [DatabaseModule.forService({ schema: 'caseload', migrations })],
  controllers: [ListClientsController, ViewCourseController],
  providers: [Freshness, ListClients, ViewCourse],
})
class ReadSide {}

let database: TestDatabase;
let issuer: TestIssuer;
let app: NestFastifyApplication;
const [therapist, colleague, supervisor, mine, theirs, past] = Array.from({ length: 6 }, () =>
  randomUUID(),
) as [string, string, string, string, string, string];

beforeAll(async () => {
  [database, issuer] = await Promise.all([testDatabase('caseload'), testIssuer()]);
  app = await createService(
    { name: 'caseload', module: ReadSide },
    readConfig({ ...database.env, ...issuer.env }),
  );
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const clients: [string, string, number][] = [
    [mine, 'Mine', 10],
    [theirs, 'Theirs', 90],
    [past, 'Past', 50],
  ];
  for (const [id, name, risk] of clients) {
    await database.query(
      'INSERT INTO client_entry (client_id, name, sort_name, risk) VALUES ($1, $2, lower($2), $3)',
      [id, name, risk],
    );
  }
  const care = (client: string, staff: string, kind: string, to: string | null) =>
    database.query(`INSERT INTO care_relationship VALUES (gen_random_uuid(), $1, $2, $3, '2020-01-01', $4)`, [
      client,
      staff,
      kind,
      to,
    ]);
  await care(mine, therapist, 'primary', null);
  await care(theirs, colleague, 'primary', null);
  await care(past, therapist, 'primary', '2021-01-01');
  await care(theirs, supervisor, 'supervisor', null);
}, 60_000);

afterAll(async () => {
  await app.close();
  await Promise.all([database.drop(), issuer.close()]);
});

async function get(person: string, roles: Role[], path = '') {
  const headers = await issuer.authorization({ person, roles });
  const answer = await app.inject({ url: `/api/caseload/clients${path}`, headers });
  return { status: answer.statusCode, body: answer.json() };
}
const names = (body: { items: { name: string }[] }) => body.items.map(({ name }) => name);

describe('who sees which clients', () => {
  it.each<[string, () => string, Role[], string[]]>([
    ['operations', () => randomUUID(), ['operations'], ['Theirs', 'Past', 'Mine']],
    ['the clinic lead', () => randomUUID(), ['clinic-lead'], ['Theirs', 'Past', 'Mine']],
    ['a therapist, whose care has begun and not ended', () => therapist, ['therapist'], ['Mine']],
    ['a supervisor', () => supervisor, ['supervisor'], ['Theirs']],
    ['a therapist without clients', () => randomUUID(), ['therapist'], []],
    ['somebody who supervises, without the role', () => supervisor, ['therapist'], []],
  ])('%s', async (_who, person, roles, expected) => {
    const { status, body } = await get(person(), roles);
    expect([status, names(body), body.total]).toEqual([200, expected, expected.length]);
  });

  it.each<Role>(['admin', 'integrator'])('%s: none at all', async (role) => {
    expect(await get(randomUUID(), [role])).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
  });

  it('gives the course to the therapist of the client and to nobody else', async () => {
    expect(await get(therapist, ['therapist'], `/${mine}`)).toMatchObject({
      status: 200,
      body: { name: 'Mine', series: [] },
    });
    expect(await get(colleague, ['therapist'], `/${mine}`)).toMatchObject({
      status: 404,
      body: { code: 'not-found' },
    });
    expect(await get(therapist, ['therapist'], `/${past}`)).toMatchObject({ status: 404 });
  });
});

it('leads from page to page by its cursor, and refuses one of another order', async () => {
  const operations = randomUUID();
  const first = await get(operations, ['operations'], '?sort=name&limit=2');
  expect(names(first.body)).toEqual(['Mine', 'Past']);
  const second = await get(operations, ['operations'], `?sort=name&limit=2&cursor=${first.body.next}`);
  expect([names(second.body), second.body.next, second.body.total]).toEqual([['Theirs'], null, 3]);
  const wrong = await get(operations, ['operations'], `?sort=risk&cursor=${first.body.next}`);
  expect(wrong).toMatchObject({ status: 400, body: { errors: [{ pointer: '/cursor' }] } });
});

it('writes down who has read about whom', async () => {
  const reader = randomUUID();
  await get(reader, ['operations'], '?limit=1');
  const entries = await database.query('SELECT action, client_ids FROM audit_entry WHERE person_id = $1', [
    reader,
  ]);
  expect(entries).toEqual([{ action: 'view-caseload', client_ids: [theirs] }]);
});
