import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { Fhir } from 'fhir/fhir.js';
import { choice, questionnaire, scale, score, type Json } from '../../test-stack/fhir-examples.ts';
import { runningService, someone, type RunningService } from '../../test-stack/running-service.ts';

let service: RunningService;
let care: Awaited<ReturnType<RunningService['treated']>>;
beforeAll(async () => {
  service = await runningService();
}, 90_000);
afterAll(() => service.stop());
beforeEach(async () => {
  care = await service.treated();
});

const send = (type: string, resources: readonly Json[], as = someone('admin'), more: Json = {}) =>
  service.post('/fhir', {
    as,
    body: { resourceType: 'Bundle', type, entry: resources.map((resource) => ({ resource, ...more })) },
  });
const mine = (more: Json = {}) =>
  questionnaire([choice('a'), choice('b')], {
    extension: [scale({ code: 's', direction: 'lower-is-better' }, ['a', 'b'])],
    ...more,
  });
const often = (n: number) => ({ valueCoding: { system: 'https://example.org/often', code: `often-${n}` } });
const response = (url: unknown, linkIds = ['a', 'b']): Json => ({
  ...{ resourceType: 'QuestionnaireResponse', questionnaire: `${String(url)}|1`, status: 'completed' },
  ...{ subject: { reference: `Patient/${care.client}` }, authored: '2026-01-12T11:00:00+01:00' },
  item: linkIds.map((linkId) => ({ linkId, answer: [often(2)] })),
});
const modified = () =>
  questionnaire([choice('a', { modifierExtension: [{ url: 'https://example.org/x' }] })]);
const kept = (url: unknown) => service.database.query('SELECT version FROM instrument WHERE url = $1', [url]);
const statuses = (body: { entry: { response: { status: string } }[] }) =>
  body.entry.map((entry) => entry.response.status);

it('a transaction comes in whole: responses to a Questionnaire that stands behind them in it', async () => {
  const [one, as] = [mine(), someone('admin')];
  const { status, body } = await send('transaction', [response(one['url']), one], as);
  expect([status, body.type, statuses(body)]).toEqual([
    ...[200, 'transaction-response', ['201 Created', '201 Created']],
  ]);
  expect(body.entry[1].response.location).toBe(
    `Questionnaire/${String(one['url']).split('/').at(-1)}?version=1`,
  );
  expect((await service.events(care.client)).map(({ topic }) => topic)).toEqual([
    ...['attune.internal.answers', 'attune.public.responses'],
  ]);
  const id = body.entry[0].response.location.split('/')[1];
  expect((await service.get(`/responses/${id}`, { as: care.therapist })).body.answers).toHaveLength(2);
  expect((await service.audited(as.person)).map(({ action }) => action)).toEqual([
    ...['import-questionnaire', 'import-response'],
  ]);
  const again = await send('transaction', [response(one['url']), one], as);
  expect(statuses(again.body)).toEqual(['200 OK', '201 Created']);
  expect(await service.events(care.client)).toHaveLength(2);
});

it('of a transaction nothing is kept where one entry is not taken, and the faults of every entry are named', async () => {
  const [one, other] = [mine(), modified()];
  const { status, body } = await send('transaction', [one, other, response(one['url'], ['moon'])]);
  expect([status, body.code, body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
    400,
    'bundle-not-taken',
    ['/entry/1/resource/item/0/modifierExtension', '/entry/2/resource/item/0/linkId'],
  ]);
  expect(await kept(one['url'])).toEqual([]);
  expect(await service.events(care.client)).toEqual([]);
});

it.each(['batch', 'collection'])(
  'of a %s each entry ends for itself, with an OperationOutcome',
  async (type) => {
    const one = mine();
    const { status, body } = await send(type, [
      ...[modified(), one, response(one['url']), response(one['url'], ['moon', 'sun'])],
      { resourceType: 'Patient' },
    ]);
    expect([status, body.type, statuses(body)]).toEqual([
      200,
      'batch-response',
      ['400 Bad Request', '201 Created', '201 Created', '400 Bad Request', '400 Bad Request'],
    ]);
    expect(body.entry[0].response.outcome.issue).toEqual([
      {
        ...{ severity: 'error', code: 'not-supported', diagnostics: '/item/0/modifierExtension' },
        details: { text: expect.stringContaining('modifierExtension') },
      },
    ]);
    expect(body.entry[3].response.outcome.issue.map((issue: Json) => issue['diagnostics'])).toEqual([
      ...['/item/0/linkId', '/item/1/linkId'],
    ]);
    expect(await kept(one['url'])).toEqual([{ version: '1' }]);
    expect(await service.events(care.client)).toHaveLength(2);
    const faults = new Fhir().validate(body, { errorOnUnexpected: true }).messages;
    expect(faults.filter(({ severity }) => String(severity) === 'error')).toEqual([]);
    const changed = await send(type, [{ ...one, title: 'Other' }]);
    expect(changed.body.entry[0].response).toMatchObject({
      ...{ status: '409 Conflict', outcome: { issue: [{ severity: 'error', code: 'conflict' }] } },
    });
  },
);

it('its expressions are tried within a time that all of its Questionnaires share', async () => {
  const many = Array.from({ length: 40 }, (_, n) => `${n}`).join('|');
  const cross = `(${many}).select($this + (${many}).select($this + (${many}).select($this + (${many}).sum()).sum()).sum()).sum()`;
  const slow = Array.from({ length: 12 }, () => questionnaire([choice('a'), choice('b'), score(cross)]));
  const last = mine();
  const began = performance.now();
  const { body } = await send('batch', [...slow, last]);
  expect(statuses(body)).toEqual([...slow.map(() => '400 Bad Request'), '201 Created']);
  expect(body.entry[11].response.outcome.issue[0].details.text).toContain('together');
  // Each by itself would take two seconds.
  expect(performance.now() - began).toBeLessThan(22_000);
}, 60_000);

it('operations bring in responses, and no Questionnaire; nobody else anything', async () => {
  const [one, operations] = [mine(), someone('operations')];
  const batch = await send('batch', [one], operations);
  expect([statuses(batch.body), batch.body.entry[0].response.outcome.issue[0].code]).toEqual([
    ...[['403 Forbidden'], 'forbidden'],
  ]);
  const transaction = await send('transaction', [response(one['url']), one], operations);
  expect([transaction.status, transaction.body.code, await kept(one['url'])]).toEqual([
    403,
    'not-permitted',
    [],
  ]);
  await send('batch', [one]);
  expect(statuses((await send('batch', [response(one['url'])], operations)).body)).toEqual(['201 Created']);
  for (const role of ['therapist', 'supervisor', 'clinic-lead', 'integrator'] as const) {
    expect((await send('batch', [response(one['url'])], someone(role))).status).toBe(403);
  }
});

it.each<[string, Json, string]>([
  ['another resource', { resourceType: 'Patient' }, '/resourceType'],
  ['another type of Bundle', { type: 'history' }, '/type'],
  ['an empty one', { entry: [] }, '/entry'],
  ['too large a one', { entry: Array.from({ length: 101 }, () => ({})) }, '/entry'],
  ['one with a modifier', { modifierExtension: [{}] }, '/modifierExtension'],
])('%s is refused as a whole', async (_, change, pointer) => {
  const body = { resourceType: 'Bundle', type: 'batch', entry: [{ resource: mine() }], ...change };
  const refused = await service.post('/fhir', { as: someone('admin'), body });
  expect([
    refused.status,
    refused.body.code,
    refused.body.errors.map((error: Json) => error['pointer']),
  ]).toEqual([...[400, 'bundle-not-taken', [pointer]]]);
});

it.each<[string, Json]>([
  ['to replace', { request: { method: 'PUT', url: 'Questionnaire/a' } }],
  ['with a condition', { request: { method: 'POST', ifNoneExist: 'url=a' } }],
  ['with a modifier', { modifierExtension: [{}] }],
])('an entry %s is not taken', async (_, more) => {
  const one = mine();
  const { body } = await send('batch', [one], someone('admin'), more);
  expect([statuses(body), await kept(one['url'])]).toEqual([['400 Bad Request'], []]);
});
