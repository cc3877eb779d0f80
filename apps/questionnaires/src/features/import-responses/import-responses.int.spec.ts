import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  alliance,
  allianceAnswers,
  runningService,
  someone,
  type RunningService,
} from '../../test-stack/running-service.ts';

let service: RunningService;
beforeAll(async () => {
  service = await runningService();
}, 90_000);
afterAll(() => service.stop());

const row = (clientId: string, more = {}) => ({
  responseId: randomUUID(),
  clientId,
  instrument: { url: alliance, version: '1.1.0' },
  sessionId: randomUUID(),
  answeredAt: '2026-01-12T10:00:00.000Z',
  answers: allianceAnswers(3),
  ...more,
});
const send = (responses: readonly object[], as = someone('operations')) =>
  service.post('/responses/imports', { as, body: { responses } });

it('a thousand responses come in at once and are published in the order given', async () => {
  const clients = await Promise.all(Array.from({ length: 10 }, () => service.treated()));
  const rows = Array.from({ length: 1000 }, (_, index) => row(clients[index % 10]!.client));
  const as = someone('operations');
  const { status, body } = await send(rows, as);
  expect([status, body]).toEqual([201, { imported: 1000, known: 0, alertedNobody: [] }]);
  const { client, therapist } = clients[0]!;
  const events = await service.events(client);
  expect(events).toHaveLength(200);
  const published = events
    .filter(({ topic }) => topic === 'attune.public.responses')
    .map(({ data }) => JSON.parse(data));
  const expected = rows.filter(({ clientId }) => clientId === client).map(({ responseId }) => responseId);
  expect(published.map(({ responseId }) => responseId)).toEqual(expected);
  expect(published[0]).toMatchObject({
    mode: 'import',
    requestId: null,
    answeredAt: '2026-01-12T10:00:00.000Z',
  });
  const read = await service.get(`/responses/${expected[0]}`, { as: therapist });
  expect(read.body.answers).toEqual(allianceAnswers(3));
  const [entry] = await service.audited(as.person);
  expect([entry?.action, new Set(entry?.client_ids)]).toEqual([
    'import-responses',
    new Set(clients.map((each) => each.client)),
  ]);
}, 30_000);

it('importing again changes and publishes nothing; what is new among it comes in', async () => {
  const { client } = await service.treated();
  const first = row(client);
  await send([first]);
  const again = await send([first, row(client)]);
  expect(again.body).toEqual({ imported: 1, known: 1, alertedNobody: [] });
  expect(await service.events(client)).toHaveLength(4);
});

it('another response under a known id refuses them all and is named; what is there stays', async () => {
  const [{ client }, other] = [await service.treated(), await service.treated()];
  const first = row(client);
  await send([first]);
  const changed = [
    { answers: allianceAnswers(1) },
    { answeredAt: '2026-01-13T10:00:00.000Z' },
    { clientId: other.client },
  ];
  for (const change of changed) {
    const { status, body } = await send([row(client), { ...first, ...change }]);
    expect([status, body.code]).toEqual([409, 'response-exists']);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/responses/1/responseId',
    ]);
  }
  expect(await service.events(client)).toHaveLength(2);
  expect(await service.events(other.client)).toEqual([]);
  const kept = await service.database.query<{ answers: unknown }>(
    'SELECT answers FROM response_answers WHERE response_id = $1',
    [first.responseId],
  );
  expect(kept).toEqual([{ answers: allianceAnswers(3) }]);
});

it('two imports of the same rows at the same time come in once', async () => {
  const { client } = await service.treated();
  const rows = Array.from({ length: 50 }, () => row(client));
  const both = await Promise.all([send(rows), send([...rows].reverse())]);
  expect(both.map(({ status }) => status)).toEqual([201, 201]);
  expect(both.reduce((sum, { body }) => sum + body.imported, 0)).toBe(50);
  expect(await service.events(client)).toHaveLength(100);
});

it('one row that does not fit refuses them all and is named', async () => {
  const { client } = await service.treated();
  const good = row(client);
  const { status, body } = await send([
    good,
    row(randomUUID()),
    row(client, { instrument: { url: alliance, version: '7' } }),
    row(client, { answeredAt: '2999-01-01T00:00:00.000Z' }),
    row(client, { answers: [{ linkId: 'goals-1', value: 6 }] }),
    row(client, { responseId: good.responseId }),
    row(client, { answeredAt: '0001-01-01T00:00:00.000Z' }),
  ]);
  expect([status, body.code]).toEqual([400, 'import-does-not-fit']);
  expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
    '/responses/1/clientId',
    '/responses/2/instrument',
    '/responses/3/answeredAt',
    '/responses/4/answers/0/value',
    '/responses/5/responseId',
    '/responses/6/answeredAt',
  ]);
  expect(await service.events(client)).toEqual([]);
});

it('more than a thousand are refused', async () => {
  const { client } = await service.treated();
  const rows = Array.from({ length: 1001 }, () => row(client));
  expect((await send(rows)).body.errors[0].pointer).toBe('/responses');
});

it('is for operations and admin, and lets neither of them read the answers', async () => {
  const { client } = await service.treated();
  for (const role of ['therapist', 'supervisor', 'clinic-lead', 'integrator'] as const) {
    expect((await send([row(client)], someone(role))).status).toBe(403);
  }
  const rows = [row(client), row(client)];
  expect((await send(rows.slice(0, 1), someone('admin'))).status).toBe(201);
  expect((await send(rows.slice(1))).status).toBe(201);
  const read = await service.get(`/responses/${rows[1]!.responseId}`, { as: someone('operations') });
  expect(read.body.answers).toBeNull();
});
