import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { choice, everyType, questionnaire, scale, score, type Json } from '../../test-stack/fhir-examples.ts';
import { runningService, someone, type RunningService } from '../../test-stack/running-service.ts';
import { shownInstrument } from '../instrument.schema.ts';

let service: RunningService;
beforeAll(async () => {
  service = await runningService();
}, 90_000);
afterAll(() => service.stop());

const admin = someone('admin');
const send = (
  body: Json,
  { as = admin, key, query = '' }: { as?: typeof admin; key?: string; query?: string } = {},
) => service.post(`/fhir/Questionnaire${query}`, { as, body, ...(key !== undefined && { key }) });

it('becomes an instrument that can be asked for, its text nowhere but here', async () => {
  const mine = questionnaire([choice('a', { text: 'Secret wording?' }), choice('b')]);
  const { status, body } = await send(mine, { query: '?total=true&direction=higher-is-better' });
  expect([status, body.instrument.url, body.notes]).toEqual([201, mine['url'], []]);
  expect(body.instrument.scales).toMatchObject([{ code: 'total', min: 0, max: 6, higherIsBetter: true }]);
  const events = await service.events(mine['url'] as string);
  expect(events.map(({ type }) => type)).toEqual(['attune.questionnaires.instrument-published.v1']);
  expect(events[0]!.data).not.toContain('Secret');
  const care = await service.treated();
  const { link } = await service.ask(care.therapist, care.client, mine['url'] as string);
  const form = await service.get('/check-in', { link });
  expect(form.body.instrument.items[0].text).toBe('Secret wording?');
});

it('is shown as the API describes it: nothing beside its schema, and what each option counts', async () => {
  const long = 'x'.repeat(200);
  const words = [long, 'no'].map((valueString) => ({ valueString }));
  const mine = questionnaire([
    ...everyType(),
    choice('words', { answerOption: words }),
    choice('x'),
    choice('y'),
    score("%resource.item.where(linkId='x' or linkId='y').answer.weight().sum()"),
  ]);
  expect((await send(mine)).status).toBe(201);
  const name = (mine['url'] as string).split('/').at(-1);
  const { body } = await service.get(`/instruments/${name}`, { as: admin });
  expect(shownInstrument.parse(body)).toEqual(body);
  const item = body.items.find(({ linkId }: { linkId: string }) => linkId === 'x');
  expect(item.form.options.map(({ weight }: { weight: number }) => weight)).toEqual([0, 1, 2, 3]);
});

it('is declined where its expression comes to more than can be squared', async () => {
  const mine = questionnaire([
    choice('x'),
    choice('y'),
    score('1000000000000 * %resource.item.answer.weight().sum()'),
  ]);
  const { status, body } = await send(mine);
  expect([status, body.errors]).toMatchObject([400, [{ pointer: '/scales/0/max' }]]);
});

it('comes as application/fhir+json too, through the same door', async () => {
  const mine = questionnaire([choice('a'), choice('b')]);
  const sent = await service.post('/fhir/Questionnaire?total=true', {
    as: admin,
    body: mine,
    headers: { 'content-type': 'application/fhir+json; fhirVersion=4.0' },
  } as never);
  expect(sent.status).toBe(201);
  const other = await service.post('/fhir/Questionnaire?total=true', {
    as: admin,
    body: mine,
    headers: { 'content-type': 'application/fhir+json; fhirVersion=5.0' },
  } as never);
  expect([other.status, other.body.code]).toEqual([400, 'questionnaire-not-supported']);
});

it('is scored by its own expression, of which the range is found by trying', async () => {
  const mine = questionnaire([
    { linkId: 'g', type: 'group', text: 'Group', item: [choice('/1'), choice('/2'), choice('/3')] },
    score('%resource.repeat(item).answer.weight().sum()'),
  ]);
  const { status, body } = await send(mine);
  expect([status, body.instrument.scales]).toMatchObject([
    201,
    [{ code: 'total', items: ['1', '2', '3'], min: 0, max: 9, missing: { rule: 'none' } }],
  ]);
  expect(body.notes).toHaveLength(1);
  const [event] = await service.events(mine['url'] as string);
  const key = JSON.parse(event!.data);
  expect(key.scales[0].expression.text).toContain('weight()');
  expect(key.items[0].form).toMatchObject({ linkId: '/1', type: 'choice', within: ['g'] });
});

it('is declined where its expression counts items that it does not name: their absence would go unnoticed', async () => {
  const items = ['p1', 'p2', 'x', 'y'].map((linkId) => choice(linkId));
  const half =
    "%resource.item.where(linkId.startsWith('p') or linkId='x' or linkId='y').answer.weight().sum()";
  const all =
    "%resource.item.answer.weight().sum() - 0*%resource.item.where(linkId='x' or linkId='y').count()";
  for (const text of [half, all]) {
    const { status, body } = await send(questionnaire([...items, score(text)]));
    expect([status, body.code]).toEqual([400, 'questionnaire-not-supported']);
    expect(body.errors).toMatchObject(
      ['p1', 'p2'].map((linkId) => ({
        pointer: '/item/4',
        detail: expect.stringContaining(`item ${linkId} too`),
      })),
    );
  }
});

it('tries its expressions within a time that they share, and stops at the first that uses it up', async () => {
  const many = Array.from({ length: 40 }, (_, n) => `${n}`).join('|');
  const nested = `(${many}).select($this + (${many}).select($this + (${many}).select($this + (${many}).sum()).sum()).sum()).sum()`;
  const slow = Array.from({ length: 20 }, (_, n) => score(nested, { linkId: `s${n}` }));
  const began = performance.now();
  const { status, body } = await send(questionnaire([choice('a'), choice('b'), ...slow]));
  expect([status, body.errors]).toEqual([
    400,
    [{ pointer: '/item/2', detail: expect.stringContaining('take too long') }],
  ]);
  expect(performance.now() - began).toBeLessThan(15_000);
  const names = Array.from({ length: 40 }, (_, n) => `q${n}`);
  const subscales = Array.from({ length: 8 }, (_, n) => {
    const named = names.slice(5 * n, 5 * n + 5).map((name) => `linkId='${name}'`);
    return score(`%resource.item.where(${named.join(' or ')}).answer.weight().sum()`, { linkId: `s${n}` });
  });
  const whole = await send(questionnaire([...names.map((name) => choice(name)), ...subscales]));
  expect([whole.status, whole.body.instrument?.scales.length]).toEqual([201, 8]);
}, 60_000);

it('is asked and kept without a score where no scale is declared, and nobody has to know how to score it', async () => {
  const mine = questionnaire(everyType());
  const { status, body } = await send(mine);
  expect([status, body.instrument.scales]).toEqual([201, []]);
  expect(await service.events(mine['url'] as string)).toEqual([]);
});

it('is declined with every reason and its place, and nothing of it is kept', async () => {
  const mine = questionnaire([
    choice('a', { modifierExtension: [{ url: 'https://example.org/x' }] }),
    { linkId: 'b', type: 'attachment', text: 'File' },
  ]);
  const { status, body } = await send(mine);
  expect([status, body.code, body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
    400,
    'questionnaire-not-supported',
    ['/item/0/modifierExtension'],
  ]);
  const later = await send(questionnaire([choice('a'), choice('b'), score("'x'.resolve()")]));
  expect([later.status, later.body.errors]).toEqual([
    400,
    [{ pointer: '/item/2', detail: 'The function resolve() is not supported in scores.' }],
  ]);
  const kept = 'SELECT FROM instrument_resource WHERE url = $1';
  expect(await service.database.query(kept, [mine['url']])).toEqual([]);
});

it('a version never changes; the same again is the same, with or without a key', async () => {
  const mine = questionnaire([choice('a'), choice('b')]);
  const first = await send(mine, { key: 'k1', query: '?total=true' });
  const again = await send(mine, { key: 'k1', query: '?total=true' });
  expect([again.status, again.body]).toEqual([first.status, first.body]);
  expect((await send(mine, { query: '?total=true' })).status).toBe(201);
  const changed = await send({ ...mine, title: 'Other' }, { query: '?total=true' });
  expect([changed.status, changed.body.code]).toEqual([409, 'instrument-version-exists']);
});

it('is for admin alone, and written down', async () => {
  const mine = questionnaire([choice('a'), choice('b')], {
    extension: [scale({ code: 's', direction: 'lower-is-better' }, ['a', 'b'])],
  });
  for (const role of ['therapist', 'supervisor', 'clinic-lead', 'operations', 'integrator'] as const) {
    expect((await send(mine, { as: someone(role) })).status).toBe(403);
  }
  const as = someone('admin');
  expect((await send(mine, { as })).status).toBe(201);
  expect(await service.audited(as.person)).toEqual([
    { action: 'import-questionnaire', client_ids: [], subject: `${String(mine['url'])}|1` },
  ]);
});
