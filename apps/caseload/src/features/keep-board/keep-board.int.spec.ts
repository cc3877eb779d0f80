import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Role } from '@attune/platform';
import { personOf } from '@attune/testing';
import { DataSource } from 'typeorm';
import { NameViews1764580000000 } from '../../store/migrations/1764580000000-name-views.ts';
import { caseloadService, type CaseloadService } from '../../test-stack/caseload-service.ts';

let service: CaseloadService;
beforeAll(async () => {
  service = await caseloadService();
}, 90_000);
afterAll(() => service.stop());

const somebody = (role: Role = 'operations') => ({ person: randomUUID(), roles: [role] });
const drifting = { name: 'Drifting', search: { sort: '-attrition', filter: 'attrition:2..' } };
const read = (as: ReturnType<typeof somebody>) => service.get('/board', { as });
const keep = (as: ReturnType<typeof somebody>, body: object, match: number | string = 0) =>
  service.put('/board', { as, body, match });

it('keeps views and columns for the person, wherever they sign in', async () => {
  const as = somebody('therapist');
  expect((await read(as)).body).toEqual({ views: [], hidden: [], version: 0 });
  const board = { views: [drifting], hidden: ['missed', 'care'] };
  expect(await keep(as, board)).toMatchObject({ status: 200, body: { ...board, version: 1 } });
  expect((await read(as)).body).toEqual({ ...board, version: 1 });
  expect((await service.audited(as.person)).map(({ action }) => action)).toEqual(['change-board']);
});

it('is nobody else’s: another person of the same role sees and changes their own', async () => {
  const [one, other] = [somebody(), somebody()];
  await keep(one, { views: [drifting], hidden: [] });
  expect((await read(other)).body.views).toEqual([]);
  await keep(other, { views: [], hidden: ['missed'] });
  expect((await read(one)).body).toMatchObject({ views: [drifting], hidden: [] });
});

it.each<Role>(['admin', 'integrator'])('%s has no board', async (role) => {
  expect((await read(somebody(role))).status).toBe(403);
  expect((await keep(somebody(role), { views: [], hidden: [] })).status).toBe(403);
});

it('takes no change of what was changed meanwhile, and none without a version', async () => {
  const as = somebody();
  const board = { views: [drifting], hidden: [] };
  await keep(as, board);
  expect((await keep(as, { views: [], hidden: [] }, 0)).status).toBe(412);
  expect((await service.put('/board', { as, body: board })).status).toBe(428);
  expect((await read(as)).body).toEqual({ ...board, version: 1 });
});

it.each<[string, object, string]>([
  [
    'an order that there is not',
    { views: [{ name: 'A', search: { sort: 'luck' } }] },
    '/views/0/search/sort',
  ],
  [
    'a filter that there is not',
    { views: [{ name: 'A', search: { filter: 'x:1' } }] },
    '/views/0/search/filter',
  ],
  ['a name that was searched', { views: [{ name: 'A', search: { search: 'Quast' } }] }, '/views/0/search'],
  ['a view without a name', { views: [{ name: ' ', search: {} }] }, '/views/0/name'],
  ['two of one name', { views: [drifting, drifting] }, '/views/1/name'],
  [
    'two names that differ by case alone',
    { views: [drifting, { ...drifting, name: 'DRIFTING' }] },
    '/views/1/name',
  ],
  ['a name with what nobody sees', { views: [{ name: 'Drif\u200bting', search: {} }] }, '/views/0/name'],
  ['a column that is none', { hidden: ['<b>'] }, '/hidden/0'],
  [
    'too many views',
    { views: Array.from({ length: 21 }, (_, i) => ({ name: `View ${i}`, search: {} })) },
    '/views',
  ],
])('refuses %s', async (_what, part, pointer) => {
  const { status, body } = await keep(somebody(), { views: [], hidden: [], ...part });
  expect([status, body.errors.map((each: { pointer: string }) => each.pointer)]).toEqual([400, [pointer]]);
});

it('keeps a name composed and without blanks around it', async () => {
  const { body } = await keep(somebody(), {
    views: [{ name: ' Fu\u0308r mich\u00a0', search: {} }],
    hidden: [],
  });
  expect(body.views[0].name).toBe('Für mich');
});

it('gives views from before a name of their own, so that they can be kept on', async () => {
  const as = somebody();
  const [mine, same, hidden] = ['Mine', 'MINE', 'Hid\u00adden'].map((name) => ({ name, search: {} }));
  await service.database.query('INSERT INTO board VALUES ($1, $2, 3)', [
    as.person,
    JSON.stringify({ views: [mine, same, hidden], hidden: ['missed'] }),
  ]);
  const owner = new DataSource({ type: 'postgres', url: service.database.ownerUrl });
  await owner.initialize();
  const runner = owner.createQueryRunner();
  await runner.query('SET search_path = caseload');
  await new NameViews1764580000000().up(runner);
  await runner.release();
  await owner.destroy();
  const { body } = await read(as);
  expect(body.views.map(({ name }: { name: string }) => name)).toEqual(['Mine', 'MINE 2', 'Hidden']);
  const { version, ...board } = body;
  expect((await keep(as, board, version)).status).toBe(200);
});

it('is forgotten with the person', async () => {
  const as = somebody('therapist');
  const { registered, erased } = personOf(as.person, 'Xenia Quast', 'staff');
  await service.publish(registered);
  await keep(as, { views: [drifting], hidden: [] });
  await service.publish(erased);
  await service.settled();
  expect((await read(as)).body).toMatchObject({ views: [], version: 0 });
});
