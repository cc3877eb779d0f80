import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  alliance,
  phq9,
  runningService,
  someone,
  type RunningService,
} from '../../test-stack/running-service.ts';

let service: RunningService;
beforeAll(async () => {
  service = await runningService();
}, 90_000);
afterAll(() => service.stop());

const wish = (clientId: string, more = {}) => ({ clientId, instrument: { url: alliance }, ...more });

describe('a request to a client', () => {
  it('is made by the therapist and by operations', async () => {
    const { client, therapist } = await service.treated();
    for (const as of [therapist, someone('operations')]) {
      const { status, body } = await service.post('/requests', { as, body: wish(client) });
      expect([status, Object.keys(body).sort()]).toEqual([201, ['expiresAt', 'link', 'requestId']]);
      expect(body.link).toMatch(/^http:\/\/localhost:8080\/check-in\/#[\w-]{43}$/);
    }
  });

  it.each(['clinic-lead', 'admin', 'integrator'] as const)('is refused to %s', async (role) => {
    const { client } = await service.treated();
    expect((await service.post('/requests', { as: someone(role), body: wish(client) })).status).toBe(403);
  });

  it('is refused to those who supervise the client’s care and do not treat it', async () => {
    const { client, therapist, supervisor } = await service.treated();
    const { requestId } = await service.ask(therapist, client);
    for (const as of [supervisor, { ...supervisor, also: 'therapist' as const }]) {
      expect((await service.post('/requests', { as, body: wish(client) })).status).toBe(403);
      expect((await service.post(`/requests/${requestId}/revoke`, { as })).status).toBe(403);
    }
    expect(await service.events(client)).toHaveLength(1);
  });

  it('is refused to another therapist as if there were no such client', async () => {
    const { client } = await service.treated();
    const other = (await service.treated()).therapist;
    const refused = await service.post('/requests', { as: other, body: wish(client) });
    expect([refused.status, refused.body.code]).toEqual([404, 'not-found']);
    expect(await service.events(client)).toEqual([]);
  });

  it('needs a client who is known', async () => {
    const as = someone('operations');
    expect((await service.post('/requests', { as, body: wish(randomUUID()) })).status).toBe(404);
  });

  it('needs an instrument that is published, and an end from now on within 90 days', async () => {
    const { client, therapist: as } = await service.treated();
    const unknown = { url: phq9, version: '9.9.9' };
    const ask = (more: object) => service.post('/requests', { as, body: wish(client, more) });
    expect((await ask({ instrument: unknown })).status).toBe(404);
    for (const days of [-1, 91]) {
      const { status, body } = await ask({
        expiresAt: new Date(Date.now() + days * 86_400_000).toISOString(),
      });
      expect([status, body.errors[0].pointer]).toEqual([400, '/expiresAt']);
    }
  });

  it('is made once for an Idempotency-Key; each answer has a link that opens it', async () => {
    const { client, therapist: as } = await service.treated();
    const key = randomUUID();
    const answers = await Promise.all(
      [1, 2, 3].map(() => service.post('/requests', { as, key, body: wish(client) })),
    );
    expect(new Set(answers.map(({ body }) => body.requestId)).size).toBe(1);
    expect((await service.events(client)).map(({ type }) => type)).toEqual([
      'attune.questionnaires.request-issued.v1',
    ]);
    for (const { body } of answers) {
      const link = String(body.link).split('#')[1] as string;
      expect((await service.get('/check-in', { link })).body.requestId).toBe(body.requestId);
    }
  });

  it('that Attune is to send says so, and hands no link to whoever asks', async () => {
    const { client, therapist: as } = await service.treated();
    const key = randomUUID();
    const ask = () => service.post('/requests', { as, key, body: wish(client, { delivery: 'message' }) });
    expect([(await ask()).body.link, (await ask()).body.link]).toEqual([null, null]);
    const [issued] = await service.events(client);
    expect(JSON.parse(issued!.data)).toMatchObject({ delivery: 'message' });
    expect(
      await service.database.query(
        `SELECT delivery, count(token_hash) FROM request LEFT JOIN link USING (request_id) WHERE client_id = $1 GROUP BY delivery`,
        [client],
      ),
    ).toEqual([{ delivery: 'message', count: '0' }]);
  });

  it('is not opened by a retry to somebody whose care has ended or is in doubt', async () => {
    const { client, therapist: as } = await service.treated();
    const key = randomUUID();
    const ask = () => service.post('/requests', { as, key, body: wish(client) });
    expect((await ask()).status).toBe(201);
    await service.parkCare(client);
    expect(await ask()).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(
      await service.database.query('SELECT FROM link JOIN request USING (request_id) WHERE client_id = $1', [
        client,
      ]),
    ).toHaveLength(1);
  });

  it('keeps the hash of the token and writes down who asked', async () => {
    const { client, therapist } = await service.treated();
    const { requestId, link } = await service.ask(therapist, client);
    const stored = await service.database.query('SELECT token_hash FROM link WHERE request_id = $1', [
      requestId,
    ]);
    expect(stored).toEqual([{ token_hash: createHash('sha256').update(link).digest() }]);
    expect(await service.audited(therapist.person)).toEqual([
      { action: 'issue-request', client_ids: [client], subject: requestId },
    ]);
  });
});

describe('revoking a request', () => {
  it('is done once, by whoever may ask, and is published', async () => {
    const { client, therapist } = await service.treated();
    const { requestId } = await service.ask(therapist, client);
    const stranger = (await service.treated()).therapist;
    const revoke = (as: typeof therapist) => service.post(`/requests/${requestId}/revoke`, { as });
    expect((await revoke(stranger)).status).toBe(404);
    expect((await revoke(therapist)).body.status).toBe('revoked');
    expect((await revoke(therapist)).body.code).toBe('request-not-open');
    expect((await service.events(client)).map(({ type }) => type)).toEqual([
      'attune.questionnaires.request-issued.v1',
      'attune.questionnaires.request-revoked.v1',
    ]);
  });
});

describe('the list of requests', () => {
  it('pages, and is refused to those who do not treat the client', async () => {
    const { client, therapist } = await service.treated();
    const made = [await service.ask(therapist, client), await service.ask(therapist, client, phq9)];
    const list = (as: typeof therapist, more = '') =>
      service.get(`/requests?clientId=${client}&limit=1${more}`, { as });
    const first = await list(therapist);
    const second = await list(therapist, `&cursor=${first.body.next}`);
    const ids = [...first.body.items, ...second.body.items].map(({ requestId }) => requestId);
    expect([ids.sort(), second.body.next]).toEqual([made.map(({ requestId }) => requestId).sort(), null]);
    const other = await service.treated();
    expect(await list(other.therapist)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    const none = await service.get(`/requests?clientId=${other.client}`, { as: other.therapist });
    expect([none.status, none.body.items]).toEqual([200, []]);
  });
});
