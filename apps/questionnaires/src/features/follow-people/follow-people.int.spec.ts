import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  careRelationshipEnded,
  careRelationshipStarted,
  personChanged,
  personErased,
  personRegistered,
  requestRevoked,
} from '@attune/contracts';
import { append } from '@attune/messaging';
import { startTelemetry } from '@attune/platform';
import { eventually, startService, type Call, type StartedService } from '@attune/testing';
import { QuestionnairesModule } from '../../questionnaires.module.ts';
import { keepFromErasure } from '../../store/client.store.ts';
import { alliance, allianceAnswers } from '../../test-stack/running-service.ts';

let service: StartedService;
const telemetry = startTelemetry('questionnaires', undefined);

beforeAll(async () => {
  service = await startService({ name: 'questionnaires', module: QuestionnairesModule, broker: true });
}, 90_000);
afterAll(() => Promise.all([service.stop(), telemetry.shutdown()]));

// This service's own outbox stands in for scheduling's: relay, broker and inbox are the real ones.
const publish = (...events: Parameters<typeof append>[1][]) =>
  service.db.asWorker((tx) => append(tx, ...events));

const [client, therapist] = [randomUUID(), randomUUID()];
const person = {
  ...{ personId: client, kind: 'client' as const, name: 'Sample Person', email: null, phone: null },
  ...{
    language: 'fr',
    zone: 'Europe/Paris',
    roles: [],
    subject: null,
    consent: { email: false, sms: false },
  },
};
const relationship = {
  ...{ careRelationshipId: randomUUID(), clientId: client, staffId: therapist, kind: 'primary' as const },
  ...{ from: '2024-01-01T00:00:00.000Z', to: null },
};
const of = (key: string) => ({ key, subject: key, time: new Date() });
const as = { person: therapist, roles: ['therapist' as const] };
const ask = () =>
  service.post('/requests', { as, body: { clientId: client, instrument: { url: alliance } } });

it('a client can be asked by the therapist as soon as scheduling’s events have come, and not after they ended', async () => {
  expect((await ask()).status).toBe(404);
  await publish(
    personRegistered.event({ ...of(client), data: person }),
    personRegistered.event({ ...of(therapist), data: { ...person, personId: therapist, kind: 'staff' } }),
    careRelationshipStarted.event({ ...of(client), data: relationship }),
  );
  const asked = await eventually(ask, ({ status }) => status === 201);
  expect(asked.status).toBe(201);

  const link = String(asked.body.link).split('#')[1];
  const withLink: Call = { headers: { 'attune-link': String(link) } };
  const form = () => service.get('/check-in', withLink);
  expect((await form()).body.language).toBe('fr');
  await publish(personChanged.event({ ...of(client), data: { ...person, language: 'de' } }));
  expect((await eventually(form, ({ body }) => body.language === 'de')).status).toBe(200);

  const body = { answers: allianceAnswers() };
  const answered = await service.post('/check-in/responses', { ...withLink, body });
  expect(answered.status).toBe(201);
  const { responseId } = answered.body;
  const headers = await service.issuer.authorization({ person: randomUUID(), roles: ['admin'] });
  const { spans } = (
    await service.app.inject({ url: `/internal/spans?response=${responseId}`, headers })
  ).json();
  expect(spans.map(({ name }: { name: string }) => name)).toContain('submit response');
  expect((await service.app.inject('/metrics')).body).toMatch(/^attune_submit_to_commit_ms_count\S* 1/m);

  const ended = { ...relationship, to: '2024-06-01T00:00:00.000Z' };
  await publish(careRelationshipEnded.event({ ...of(client), data: ended }));
  expect((await eventually(ask, ({ status }) => status === 404)).status).toBe(404);
  const known = await service.database.query<{ client_id: string }>('SELECT client_id FROM client');
  expect(known).toEqual([{ client_id: client }]);
}, 60_000);

it('a client who is erased is asked nothing more, by operations neither; links that wait open nothing, and what was begun is forgotten', async () => {
  const [erased, operations] = [randomUUID(), { person: randomUUID(), roles: ['operations' as const] }];
  const wish = { as: operations, body: { clientId: erased, instrument: { url: alliance } } };
  await publish(personRegistered.event({ ...of(erased), data: { ...person, personId: erased } }));
  const { body } = await eventually(
    () => service.post('/requests', wish),
    ({ status }) => status === 201,
  );
  const headers = { 'attune-link': String(body.link).split('#')[1] as string };
  const answers = [{ linkId: 'goals-1', value: 1, writtenAt: 1 }];
  expect((await service.put('/check-in/answers', { headers, body: { answers } })).status).toBe(200);
  const begun = () =>
    service.database.query('SELECT link_id FROM draft_answers WHERE client_id = $1', [erased]);
  expect(await begun()).toHaveLength(1);
  const data = { personId: erased, kind: 'client' as const, erasedAt: new Date().toISOString() };
  await publish(personErased.event({ ...of(erased), data }));
  const opened = await eventually(
    () => service.get('/check-in', { headers }),
    ({ status }) => status !== 200,
  );
  expect(opened).toMatchObject({ status: 410, body: { code: 'link-revoked' } });
  expect((await service.post('/requests', wish)).status).toBe(404);
  expect(await service.database.query('SELECT FROM client WHERE client_id = $1', [erased])).toEqual([]);
  expect(await begun()).toEqual([]);
  // Issued, and taken back.
  const told = `SELECT last FROM outbox_key WHERE key = $1 AND topic = '${requestRevoked.topic}'`;
  expect(await service.database.query(told, [erased])).toEqual([{ last: '2' }]);
}, 30_000);

it('a request that is being made while the client is erased is taken back', async () => {
  const erased = randomUUID();
  await publish(personRegistered.event({ ...of(erased), data: { ...person, personId: erased } }));
  const operations = { person: randomUUID(), roles: ['operations' as const] };
  const wish = { as: operations, body: { clientId: erased, instrument: { url: alliance } } };
  const { body } = await eventually(
    () => service.post('/requests', wish),
    ({ status }) => status === 201,
  );
  const { requestId } = body;
  const data = { personId: erased, kind: 'client' as const, erasedAt: new Date().toISOString() };
  const known = () => service.database.query('SELECT FROM client WHERE client_id = $1', [erased]);
  const late = randomUUID();
  await service.db.asWorker(async (tx) => {
    keepFromErasure(tx, erased);
    await publish(personErased.event({ ...of(erased), data }));
    const waits = `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`;
    await eventually(
      () => service.database.query(waits),
      (waiting) => waiting.length > 0,
    );
    expect(await known()).toHaveLength(1);
    await tx.query(
      `INSERT INTO request (request_id, client_id, instrument_url, instrument_version, issued_at, issued_by, expires_at)
       SELECT $2, client_id, instrument_url, instrument_version, issued_at, issued_by, expires_at
       FROM request WHERE request_id = $1`,
      [requestId, late],
    );
  });
  const open = () =>
    service.database.query('SELECT FROM request WHERE client_id = $1 AND revoked_at IS NULL', [erased]);
  expect(await eventually(open, (rows) => rows.length === 0)).toEqual([]);
  expect(await known()).toEqual([]);
}, 30_000);
