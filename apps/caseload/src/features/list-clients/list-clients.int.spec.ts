import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@attune/platform';
import { startService, type StartedService } from '@attune/testing';
import { CaseloadModule } from '../../caseload.module.ts';

let service: StartedService;
const [therapist, colleague, supervisor, mine, theirs, past] = Array.from({ length: 6 }, () =>
  randomUUID(),
) as [string, string, string, string, string, string];

beforeAll(async () => {
  service = await startService({ name: 'caseload', module: CaseloadModule });
  const clients: [string, string, number][] = [
    [mine, 'Mine', 10],
    [theirs, 'Theirs', 90],
    [past, 'Past', 50],
  ];
  for (const [id, name, risk] of clients) {
    await service.database.query(
      'INSERT INTO client_entry (client_id, name, sort_name, risk, reassess_at) VALUES ($1, $2, lower($2), $3, NULL)',
      [id, name, risk],
    );
  }
  await service.care(mine, therapist, 'primary');
  await service.care(theirs, colleague, 'primary');
  await service.care(past, therapist, 'primary', '2021-01-01');
  await service.care(theirs, supervisor, 'supervisor');
}, 60_000);
afterAll(() => service.stop());

const get = (person: string, roles: Role[], path = '') =>
  service.get(`/clients${path}`, { as: { person, roles } });
const names = (body: { items: { name: string }[] }) => body.items.map(({ name }) => name);

describe('who sees which clients', () => {
  it.each<[string, () => string, Role[], string[]]>([
    ['operations', () => randomUUID(), ['operations'], ['Theirs', 'Mine']],
    ['the clinic lead', () => randomUUID(), ['clinic-lead'], ['Theirs', 'Mine']],
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

it('shows whose care has ended when asked for, and since when', async () => {
  const listed = (care: string) => get(randomUUID(), ['operations'], `?care=${care}`);
  const ended = (await listed('ended')).body;
  expect([names(ended), ended.total, ended.items[0].careEndedAt]).toEqual([
    ['Past'],
    1,
    '2021-01-01T00:00:00.000Z',
  ]);
  const all = (await listed('all')).body;
  expect([names(all), all.items[0].careEndedAt]).toEqual([['Theirs', 'Past', 'Mine'], null]);
  expect((await listed('some')).status).toBe(400);
  // Whom one has treated once is not seen by asking for it.
  expect(names((await get(therapist, ['therapist'], '?care=all')).body)).toEqual(['Mine']);
});

it('leads from page to page by its cursor, and refuses one of another order', async () => {
  const operations = randomUUID();
  const first = await get(operations, ['operations'], '?sort=name&care=all&limit=2');
  expect(names(first.body)).toEqual(['Mine', 'Past']);
  expect(Buffer.from(first.body.next, 'base64url').toString()).not.toMatch(/past/i);
  const second = await get(
    operations,
    ['operations'],
    `?sort=name&care=all&limit=2&cursor=${first.body.next}`,
  );
  expect([names(second.body), second.body.next, second.body.total]).toEqual([['Theirs'], null, 3]);
  const wrong = await get(operations, ['operations'], `?sort=risk&cursor=${first.body.next}`);
  expect(wrong).toMatchObject({ status: 400, body: { errors: [{ pointer: '/cursor' }] } });
});

it('writes down who has read about whom', async () => {
  const reader = randomUUID();
  await get(reader, ['operations'], '?limit=1');
  expect(await service.audited(reader)).toEqual([
    { action: 'view-caseload', client_ids: [theirs], subject: null },
  ]);
});
