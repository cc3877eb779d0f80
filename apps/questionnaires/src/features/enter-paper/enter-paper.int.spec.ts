import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  alliance,
  allianceAnswers,
  phq9,
  runningService,
  someone,
  type Caller,
  type RunningService,
} from '../../test-stack/running-service.ts';

let service: RunningService;
beforeAll(async () => {
  service = await runningService();
}, 90_000);
afterAll(() => service.stop());

const answeredAt = '2026-01-12T10:00:00.000Z';
const paper = (clientId: string, more = {}) => ({
  ...{ clientId, instrument: { url: alliance }, answeredAt, answers: allianceAnswers(3) },
  ...more,
});
const enter = (as: Caller, body: object, key?: string) =>
  service.post('/responses/paper', { as, body, ...(key !== undefined && { key }) });

it('is keyed in by the therapist, counts at the time on the paper, and says who did it', async () => {
  const { client, therapist } = await service.treated();
  const { status, body } = await enter(therapist, paper(client));
  expect([status, body]).toMatchObject([
    201,
    { mode: 'staff', requestId: null, answeredAt, enteredBy: therapist.person },
  ]);
  const read = await service.get(`/responses/${body.responseId}`, { as: therapist });
  expect(read.body).toMatchObject({ enteredBy: therapist.person, answers: allianceAnswers(3) });
  const events = await service.events(client);
  expect(events.map(({ type }) => type)).toEqual([
    'attune.questionnaires.answers-submitted.v1',
    'attune.questionnaires.response-submitted.v1',
  ]);
  expect(JSON.parse(events[1]!.data)).toMatchObject({
    mode: 'staff',
    answeredAt,
    responseId: body.responseId,
  });
  expect(events[1]!.data).not.toContain(therapist.person);
  expect((await service.audited(therapist.person))[0]).toEqual({
    ...{ action: 'enter-paper', client_ids: [client], subject: body.responseId },
  });
});

it('is keyed in by operations, who cannot read it afterwards', async () => {
  const { client } = await service.treated();
  const as = someone('operations');
  const { status, body } = await enter(as, paper(client));
  expect(status).toBe(201);
  expect((await service.get(`/responses/${body.responseId}`, { as })).body.answers).toBeNull();
});

it('is refused to those who do not treat the client', async () => {
  const { client, supervisor } = await service.treated();
  const other = (await service.treated()).therapist;
  expect(await enter(other, paper(client))).toMatchObject({ status: 404, body: { code: 'not-found' } });
  expect((await enter({ ...supervisor, also: 'therapist' }, paper(client))).status).toBe(403);
  for (const role of ['supervisor', 'clinic-lead', 'admin', 'integrator'] as const) {
    expect((await enter(someone(role), paper(client))).status).toBe(403);
  }
  expect(await service.events(client)).toEqual([]);
});

it('lies in the past, and fits', async () => {
  const { client, therapist } = await service.treated();
  const pointer = async (more: object) =>
    (await enter(therapist, paper(client, more))).body.errors[0].pointer;
  for (const year of ['2999', '0026'])
    expect(await pointer({ answeredAt: `${year}-01-01T00:00:00Z` })).toBe('/answeredAt');
  expect(await pointer({ answers: [{ linkId: 'goals-1', value: 6 }] })).toBe('/answers/0/value');
  const unknown = { url: alliance, version: '7' };
  expect((await enter(therapist, paper(client, { instrument: unknown }))).status).toBe(404);
  expect((await enter(therapist, paper(randomUUID()))).status).toBe(404);
});

it('is there once for an Idempotency-Key', async () => {
  const { client, therapist } = await service.treated();
  const [first, second] = await Promise.all([1, 2].map(() => enter(therapist, paper(client), 'key')));
  expect(first?.body).toEqual(second?.body);
  expect(await service.events(client)).toHaveLength(2);
});

it('takes back what is still asked of the same session, and nothing else', async () => {
  const { client, therapist } = await service.treated();
  const sessionId = randomUUID();
  const body = { clientId: client, instrument: { url: alliance }, sessionId };
  const same = (await service.post('/requests', { as: therapist, body })).body.requestId;
  const other = (await service.ask(therapist, client)).requestId;
  await enter(therapist, paper(client, { sessionId }));
  const { items } = (await service.get(`/requests?clientId=${client}`, { as: therapist })).body;
  const status = (id: string) =>
    items.find(({ requestId }: { requestId: string }) => requestId === id).status;
  expect([status(same), status(other)]).toEqual(['revoked', 'open']);
  expect((await service.events(client)).at(-1)?.type).toBe('attune.questionnaires.request-revoked.v1');
});

it('about no session takes back what was asked by then, so that nobody is reminded of what was answered', async () => {
  const { client, therapist } = await service.treated();
  const about = { clientId: client, instrument: { url: alliance } };
  const ask = async (more: object) =>
    (await service.post('/requests', { as: therapist, body: { ...about, ...more } })).body.requestId;
  const asked = [await ask({ sessionId: randomUUID(), delivery: 'message' }), await ask({})];
  const other = (await service.ask(therapist, client, phq9)).requestId;
  await enter(therapist, paper(client));
  const open = async () =>
    (await service.get(`/requests?clientId=${client}`, { as: therapist })).body.items
      .filter(({ status }: { status: string }) => status === 'open')
      .map(({ requestId }: { requestId: string }) => requestId)
      .sort();
  // What is on paper for months does not answer what was asked today.
  expect(await open()).toEqual([...asked, other].sort());
  await enter(therapist, paper(client, { answeredAt: new Date(Date.now() - 60_000).toISOString() }));
  expect(await open()).toEqual([other]);
});

it('says where something about harm was answered too long ago for an alert, to a retry too, and keeps that nowhere', async () => {
  const { client, therapist } = await service.treated();
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  const harm = (days: number, value: number) => ({
    ...{ instrument: { url: phq9 }, answeredAt: daysAgo(days), answers: [{ linkId: 'phq9-9', value }] },
  });
  const said = async (more: object, key?: string) =>
    (await enter(therapist, paper(client, more), key)).body.alertedNobody;
  const old = harm(15, 3);
  expect([await said(old, 'old'), await said(old, 'old')]).toEqual([true, true]);
  expect([await said(harm(13, 3)), await said(harm(15, 0))]).toEqual([false, false]);
  const [kept] = await service.database.query<{ all: string }>(
    `SELECT string_agg(idempotency_key::text, '') AS all FROM idempotency_key`,
  );
  expect(kept!.all).not.toContain('alertedNobody');
});
