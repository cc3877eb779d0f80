import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { Fhir } from 'fhir/fhir.js';
import { choice, questionnaire, score, type Json } from '../../test-stack/fhir-examples.ts';
import {
  allianceAnswers,
  phq9,
  runningService,
  someone,
  type RunningService,
} from '../../test-stack/running-service.ts';

let service: RunningService;
let care: Awaited<ReturnType<RunningService['treated']>>;
beforeAll(async () => {
  service = await runningService();
}, 90_000);
afterAll(() => service.stop());
beforeEach(async () => {
  care = await service.treated();
});

const faultsOf = (resource: object) =>
  new Fhir()
    .validate(resource, { errorOnUnexpected: true })
    .messages.filter(({ severity }) => String(severity) === 'error');
const source = () =>
  questionnaire([
    choice('/1'),
    choice('/2', { enableWhen: [{ question: '/1', operator: '=', answerCoding: { code: 'often-1' } }] }),
    choice('/3'),
    { linkId: 'why', type: 'text', text: 'Why?' },
    score("%resource.item.where(linkId='/1' or linkId='/3').answer.weight().sum()"),
  ]);
const publish = async (resource = source()) => {
  const { status } = await service.post('/fhir/Questionnaire', { as: someone('admin'), body: resource });
  expect(status).toBe(201);
  return resource['url'] as string;
};
const coding = (n: number) => ({ valueCoding: { system: 'https://example.org/often', code: `often-${n}` } });
const response = (url: string, more: Json = {}): Json => ({
  ...{ resourceType: 'QuestionnaireResponse', questionnaire: `${url}|1`, status: 'completed' },
  ...{ subject: { reference: `Patient/${care.client}` }, authored: '2026-01-12T11:00:00+01:00' },
  item: [
    { linkId: '/1', answer: [coding(2)] },
    { linkId: '/2', answer: [coding(3)] },
    { linkId: '/3', answer: [coding(1)] },
    { linkId: 'why', answer: [{ valueString: 'Because of my secret' }] },
    { linkId: 'score', answer: [{ valueDecimal: 99 }] },
  ],
  ...more,
});
const send = (body: Json, as = someone('operations')) =>
  service.post('/fhir/QuestionnaireResponse', { as, body });

it('comes in once, at its own time; what is not asked is dropped and words never leave', async () => {
  const url = await publish();
  const as = someone('operations');
  const [first, again] = [await send(response(url), as), await send(response(url), as)];
  expect([first.status, first.body.status, again.body]).toEqual([
    201,
    'imported',
    { responseId: first.body.responseId, status: 'known', alertedNobody: false },
  ]);
  const events = await service.events(care.client);
  expect(events.map(({ topic }) => topic)).toEqual(['attune.internal.answers', 'attune.public.responses']);
  expect(JSON.parse(events[0]!.data)).toMatchObject({
    answeredAt: '2026-01-12T10:00:00.000Z',
    items: [
      { linkId: '1', value: 2 },
      { linkId: '3', value: 1 },
    ],
  });
  expect(JSON.stringify(events)).not.toContain('secret');
  const read = await service.get(`/responses/${first.body.responseId}`, { as: care.therapist });
  expect(read.body.answers).toEqual([
    { linkId: '1', value: 2 },
    { linkId: '2', value: null },
    { linkId: '3', value: 1 },
    { linkId: 'why', value: null, text: 'Because of my secret' },
  ]);
  expect(await service.audited(as.person)).toEqual([
    { action: 'import-response', client_ids: [care.client], subject: first.body.responseId },
  ]);
});

it('another content under a known id is refused, and what is there stays', async () => {
  const url = await publish();
  const id = randomUUID();
  const first = await send(response(url, { id }));
  expect([first.status, first.body]).toEqual([
    201,
    { responseId: id, status: 'imported', alertedNobody: false },
  ]);
  const item = [{ linkId: '/1', answer: [coding(0)] }];
  for (const other of [{ item }, { authored: '2026-01-12T12:00:00+01:00' }]) {
    const refused = await send(response(url, { id, ...other }));
    expect([refused.status, refused.body.code]).toEqual([409, 'response-exists']);
  }
  const amended = await send(response(url, { item, status: 'amended' }));
  expect(amended.body.status).toBe('imported');
  const exported = await service.get(`/fhir/QuestionnaireResponse/${id}`, { as: care.therapist });
  expect((await send(exported.body)).body).toEqual({ responseId: id, status: 'known', alertedNobody: false });
  expect(await service.events(care.client)).toHaveLength(4);
});

it('goes out to those who may read the answers, as FHIR has it, and is written down', async () => {
  const { body } = await send(response(await publish()));
  const path = `/fhir/QuestionnaireResponse/${body.responseId}`;
  for (const as of [care.therapist, care.supervisor]) {
    const read = await service.get(path, { as });
    expect([read.status, faultsOf(read.body)]).toEqual([200, []]);
    expect(read.body).toMatchObject({
      subject: { reference: `Patient/${care.client}` },
      item: [{ linkId: '/1' }, { linkId: '/3' }, { linkId: 'why' }],
    });
    expect((await service.audited(as.person)).at(-1)).toEqual({
      ...{ action: 'export-response', client_ids: [care.client], subject: body.responseId },
    });
  }
  const other = await service.treated();
  expect((await service.get(path, { as: other.therapist })).status).toBe(404);
  for (const role of ['operations', 'clinic-lead', 'admin', 'integrator'] as const) {
    expect((await service.get(path, { as: someone(role) })).status).toBe(403);
  }
});

it('is refused with each linkId that its questionnaire has not', async () => {
  const url = await publish();
  const item = [{ linkId: '/1', answer: [coding(2)] }, { linkId: 'moon' }, { linkId: 'sun', item: [] }];
  const { status, body } = await send(response(url, { item }));
  expect([status, body.code, body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
    400,
    'response-does-not-fit',
    ['/item/1/linkId', '/item/2/linkId'],
  ]);
  const nobody = await send(
    response('https://clinic.example/none', {
      ...{ subject: { reference: `Patient/${randomUUID()}` }, authored: '2999-01-01T00:00:00Z' },
    }),
  );
  expect(nobody.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
    '/questionnaire',
    '/subject/reference',
    '/authored',
  ]);
  const first = await send(response(url, { authored: '0001-01-01T00:00:00Z' }));
  expect(first.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/authored']);
  expect(await service.events(care.client)).toEqual([]);
});

it('is brought in by operations and admin alone', async () => {
  const url = await publish();
  for (const role of ['therapist', 'supervisor', 'clinic-lead', 'integrator'] as const) {
    expect((await send(response(url), someone(role))).status).toBe(403);
  }
  expect((await send(response(url), someone('admin'))).status).toBe(201);
});

it('an unscored questionnaire is answered without anything for scoring', async () => {
  const url = await publish(questionnaire([{ linkId: 'why', type: 'text', text: 'Why?' }]));
  const { link } = await service.ask(care.therapist, care.client, url);
  const answers = [{ linkId: 'why', value: null, text: 'A secret' }];
  const sent = await service.post('/check-in/responses', { link, body: { answers } });
  expect(sent.status).toBe(201);
  const events = (await service.events(care.client)).slice(1);
  expect(events.map(({ topic }) => topic)).toEqual(['attune.public.responses']);
  expect(JSON.stringify(events)).not.toContain('secret');
});

it('the shipped instruments go out as Questionnaires, to everybody on the staff and to integrators', async () => {
  for (const role of ['therapist', 'operations', 'admin', 'integrator'] as const) {
    const as = someone(role);
    const { status, body } = await service.get('/fhir/Questionnaire/phq-9', { as });
    expect([status, body.url, faultsOf(body)]).toEqual([200, phq9, []]);
    expect(await service.audited(as.person)).toMatchObject([{ action: 'export-questionnaire' }]);
  }
  expect((await service.get('/fhir/Questionnaire/phq-9')).status).toBe(401);
  expect((await service.get('/fhir/Questionnaire/moon', { as: someone('admin') })).status).toBe(404);
  const mine = source();
  await publish(mine);
  const name = (mine['url'] as string).split('/').at(-1) ?? '';
  expect((await service.get(`/fhir/Questionnaire/${name}`, { as: someone('admin') })).body).toEqual(mine);
});

it('a response through the link goes out with the codes of its questionnaire', async () => {
  const { link } = await service.ask(care.therapist, care.client);
  const { body } = await service.post('/check-in/responses', { link, body: { answers: allianceAnswers(3) } });
  const read = await service.get(`/fhir/QuestionnaireResponse/${body.responseId}`, { as: care.therapist });
  expect(faultsOf(read.body)).toEqual([]);
  expect(read.body.item[0].answer[0].valueCoding.code).toBe('3');
});
