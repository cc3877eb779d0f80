import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import {
  alliance,
  allianceAnswers,
  phq9,
  runningService,
  type RunningService,
} from '../../test-stack/running-service.ts';

let service: RunningService;
beforeAll(async () => {
  service = await runningService();
}, 90_000);
afterAll(() => service.stop());

const submit = (link: string, answers: unknown = allianceAnswers(), key?: string) =>
  service.post('/check-in/responses', { link, body: { answers }, ...(key !== undefined && { key }) });
async function asked() {
  const { client, therapist } = await service.treated();
  return { client, therapist, ...(await service.ask(therapist, client)) };
}

describe('a response through the link', () => {
  it('is stored with its answers, closes the request and is published twice in one transaction', async () => {
    const { client, therapist, link, requestId } = await asked();
    const { status, body } = await submit(link);
    expect(status).toBe(201);
    const read = await service.get(`/responses/${body.responseId}`, { as: therapist });
    expect(read.body).toMatchObject({
      requestId,
      clientId: client,
      mode: 'link',
      answers: allianceAnswers(),
    });
    const [request] = (await service.get(`/requests?clientId=${client}`, { as: therapist })).body.items;
    expect(request).toMatchObject({ status: 'answered', responseId: body.responseId });
    const events = (await service.events(client)).slice(1);
    expect(events.map(({ topic, type }) => [topic, type])).toEqual([
      ['attune.internal.answers', 'attune.questionnaires.answers-submitted.v1'],
      ['attune.public.responses', 'attune.questionnaires.response-submitted.v1'],
    ]);
    expect(JSON.parse(events[0]!.data).items).toEqual(allianceAnswers());
    expect(events[1]!.data).not.toContain('goals-1');
    const transactions = await service.database.query(
      `SELECT xmin::text AS t FROM outbox WHERE key = $1::text AND type NOT LIKE '%request%'
       UNION SELECT xmin::text FROM response WHERE client_id = $1::uuid
       UNION SELECT xmin::text FROM response_answers WHERE client_id = $1::uuid
       UNION SELECT xmin::text FROM request WHERE client_id = $1::uuid
       UNION SELECT xmin::text FROM audit_entry WHERE action = 'submit-response' AND client_ids = ARRAY[$1::uuid]`,
      [client],
    );
    expect(transactions).toHaveLength(1);
    const audited = await service.database.query(
      `SELECT client_ids, person_id FROM audit_entry WHERE action = 'submit-response' AND subject = $1`,
      [body.responseId],
    );
    expect(audited).toEqual([{ client_ids: [client], person_id: null }]);
  });

  it('is taken once: of many at the same time one wins', async () => {
    const { client, link } = await asked();
    const answers = await Promise.all(Array.from({ length: 8 }, () => submit(link)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(410)]);
    expect(answers.find(({ status }) => status === 410)?.body.code).toBe('link-used');
    const stored = 'SELECT FROM response WHERE client_id = $1';
    expect(await service.database.query(stored, [client])).toHaveLength(1);
    expect(await service.events(client)).toHaveLength(3);
  });

  it('gives a retry with the same Idempotency-Key the first answer, also at the same time', async () => {
    const { client, link } = await asked();
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => submit(link, undefined, key)));
    const late = await submit(link, undefined, key);
    expect(new Set([...answers, late].map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set([...answers, late].map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await service.events(client)).toHaveLength(3);
  });

  it('refuses the same Idempotency-Key with other answers, and a new key for a used link', async () => {
    const { link } = await asked();
    const key = randomUUID();
    await submit(link, undefined, key);
    const other = await submit(link, allianceAnswers(2), key);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
    expect((await submit(link, undefined, randomUUID())).body.code).toBe('link-used');
  });

  it('is refused with a pointer to each answer that does not fit, and the link stays open', async () => {
    const { client, link } = await asked();
    const answers = [
      { linkId: 'goals-1', value: 9 },
      { linkId: 'goals-1', value: 3 },
      { linkId: 'moon', value: 3 },
    ];
    const { status, body } = await submit(link, answers);
    expect([status, body.code]).toEqual([400, 'answers-do-not-fit']);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/answers/0/value',
      '/answers/1/linkId',
      '/answers/2/linkId',
    ]);
    expect(JSON.stringify(body)).not.toContain('moon');
    expect(await service.database.query('SELECT FROM response WHERE client_id = $1', [client])).toEqual([]);
    expect((await submit(link)).status).toBe(201);
  });

  it('keeps no token and nothing from which the answers could be tried out', async () => {
    const { client, link } = await asked();
    await submit(link, undefined, 'a-key');
    const [row] = await service.database.query<{ all: string }>(
      `SELECT (SELECT string_agg(link::text, '') FROM link) || (SELECT string_agg(request::text, '') FROM request)
         || coalesce((SELECT string_agg(idempotency_key::text, '') FROM idempotency_key), '')
         || (SELECT string_agg(data, '') FROM outbox) AS all`,
    );
    expect(row!.all).toContain(client);
    expect(row!.all).not.toContain(link);
    expect(await service.database.query(`SELECT FROM idempotency_key WHERE key = 'a-key'`)).toEqual([]);
  });
});

it('whoever holds a link sees its request, and of everything else nothing', async () => {
  const [mine, other] = [await asked(), await asked()];
  await submit(other.link);
  const api = new pg.Client({ connectionString: service.database.apiUrl });
  await api.connect();
  await api.query(`SELECT set_config('app.link', $1, false)`, [mine.requestId]);
  const seen = async (sql: string) => (await api.query(sql)).rows;
  expect(await seen('SELECT request_id FROM request')).toEqual([{ request_id: mine.requestId }]);
  expect(await seen('SELECT client_id FROM client')).toEqual([{ client_id: mine.client }]);
  for (const table of ['response', 'response_answers', 'care_relationship']) {
    expect(await seen(`SELECT FROM ${table}`)).toEqual([]);
  }
  await expect(seen('SELECT * FROM link')).rejects.toThrow('permission denied');
  const forged = `INSERT INTO response (response_id, request_id, client_id, instrument_url, instrument_version,
    answered_at, submitted_at, mode) SELECT gen_random_uuid(), '${other.requestId}', client_id, instrument_url,
    instrument_version, issued_at, issued_at, 'link' FROM request`;
  await expect(seen(forged)).rejects.toThrow('row-level security');
  await api.end();
});

it('a stored response and its answers cannot be changed, not even by the service', async () => {
  for (const role of ['api', 'worker']) {
    const [may] = await service.database.query(
      `SELECT has_table_privilege($1, 'response_answers', 'UPDATE, DELETE, TRUNCATE') AS answers,
         has_table_privilege($1, 'response', 'UPDATE, DELETE, TRUNCATE') AS response,
         has_column_privilege($1, 'instrument', 'version', 'UPDATE') AS instrument`,
      [`questionnaires_${role}`],
    );
    expect(may).toEqual({ answers: false, response: false, instrument: false });
  }
});

describe('an answer by a link that was handed over', () => {
  const asking = async (more: object = {}) => {
    const { client, therapist, link, requestId } = await asked();
    const body = { clientId: client, instrument: { url: alliance }, delivery: 'message', ...more };
    const mailed = (await service.post('/requests', { as: therapist, body })).body.requestId;
    const statusOf = async (id: string) =>
      (await service.get(`/requests?clientId=${client}`, { as: therapist })).body.items.find(
        (each: { requestId: string }) => each.requestId === id,
      ).status;
    return { client, therapist, link, requestId, mailed, statusOf };
  };

  it('takes back what the client was asked by mail of the same instrument, so that nobody reminds them', async () => {
    const { client, link, requestId, mailed, statusOf } = await asking({ sessionId: randomUUID() });
    const of = await asking();
    expect((await submit(link)).status).toBe(201);
    expect([await statusOf(requestId), await statusOf(mailed)]).toEqual(['answered', 'revoked']);
    expect((await service.events(client)).at(-1)).toMatchObject({
      type: 'attune.questionnaires.request-revoked.v1',
      data: expect.stringContaining(mailed),
    });
    expect(await of.statusOf(of.mailed)).toBe('open');
  });

  it('leaves other instruments open, and what was asked by hand where a mail is answered', async () => {
    const { client, therapist, link, requestId, mailed, statusOf } = await asking({
      instrument: { url: phq9 },
    });
    const { body } = await service.post(`/requests/${mailed}/code`, { as: therapist });
    const token = String(body.link).split('#')[1] as string;
    await submit(link);
    expect([await statusOf(requestId), await statusOf(mailed)]).toEqual(['answered', 'open']);
    const byHand = await service.ask(therapist, client, phq9);
    expect((await submit(token, [{ linkId: 'phq9-1', value: 0 }])).status).toBe(201);
    expect(await statusOf(byHand.requestId)).toBe('open');
  });
});
