import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  careRelationshipEnded,
  careRelationshipStarted,
  personChanged,
  personRegistered,
} from '@attune/contracts';
import { append } from '@attune/messaging';
import { createService, Database, readConfig, startTelemetry, type Role } from '@attune/platform';
import {
  testDatabase,
  testIssuer,
  testKafka,
  type TestDatabase,
  type TestIssuer,
  type TestKafka,
} from '@attune/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { QuestionnairesModule } from '../../questionnaires.module.ts';
import { alliance, allianceAnswers } from '../../test-stack/running-service.ts';

let [database, issuer, kafka, app]: [TestDatabase?, TestIssuer?, TestKafka?, NestFastifyApplication?] = [];
const telemetry = startTelemetry('questionnaires', undefined);

beforeAll(async () => {
  [database, issuer, kafka] = await Promise.all([testDatabase('questionnaires'), testIssuer(), testKafka()]);
  const config = readConfig({ ...database.env, ...issuer.env, ...kafka.env });
  app = await createService({ name: 'questionnaires', module: QuestionnairesModule }, config);
  await app.startAllMicroservices();
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
}, 90_000);
afterAll(async () => {
  await app?.close();
  await Promise.all([database?.drop(), issuer?.close(), kafka?.close(), telemetry.shutdown()]);
});

async function call(
  method: 'GET' | 'POST',
  url: string,
  as: { person: string; roles: Role[] } | null,
  more = {},
) {
  const headers = {
    ...(as && (await issuer!.authorization(as))),
    ...('headers' in more ? (more.headers as object) : {}),
  };
  const payload = 'body' in more ? { payload: more.body as object } : {};
  const answer = await app!.inject({ method, url, headers, ...payload });
  return { status: answer.statusCode, text: answer.body, json: () => JSON.parse(answer.body) };
}
async function eventually<T>(ask: () => Promise<T>, satisfies: (answer: T) => boolean): Promise<T> {
  for (const end = Date.now() + 20_000; ; await sleep(50)) {
    const answer = await ask();
    if (satisfies(answer) || Date.now() > end) return answer;
  }
}
// This service's own outbox stands in for scheduling's: relay, broker and inbox are the real ones.
const publish = (...events: Parameters<typeof append>[1][]) =>
  app!.get(Database).asWorker((tx) => append(tx, ...events));

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
const asTherapist = { person: therapist, roles: ['therapist' as const] };
const ask = () =>
  call('POST', '/api/questionnaires/requests', asTherapist, {
    body: { clientId: client, instrument: { url: alliance } },
  });

it('a client can be asked by the therapist as soon as scheduling’s events have come, and not after they ended', async () => {
  expect((await ask()).status).toBe(404);
  await publish(
    personRegistered.event({ ...of(client), data: person }),
    personRegistered.event({ ...of(therapist), data: { ...person, personId: therapist, kind: 'staff' } }),
    careRelationshipStarted.event({ ...of(client), data: relationship }),
  );
  const asked = await eventually(ask, ({ status }) => status === 201);
  expect(asked.status).toBe(201);

  const link = String(asked.json().link).split('#')[1];
  const form = () => call('GET', '/api/questionnaires/check-in', null, { headers: { 'attune-link': link } });
  expect((await form()).json().language).toBe('fr');
  await publish(personChanged.event({ ...of(client), data: { ...person, language: 'de' } }));
  expect((await eventually(form, (it) => it.json().language === 'de')).json().language).toBe('de');

  const answered = await call('POST', '/api/questionnaires/check-in/responses', null, {
    headers: { 'attune-link': link },
    body: { answers: allianceAnswers() },
  });
  expect(answered.status).toBe(201);
  const { responseId } = answered.json();
  const asAdmin = { person: randomUUID(), roles: ['admin' as const] };
  const { spans } = (await call('GET', `/internal/spans?response=${responseId}`, asAdmin)).json();
  expect(spans.map(({ name }: { name: string }) => name)).toContain('submit response');
  expect((await call('GET', '/metrics', null)).text).toMatch(/^attune_submit_to_commit_ms_count\S* 1/m);

  const ended = { ...relationship, to: '2024-06-01T00:00:00.000Z' };
  await publish(careRelationshipEnded.event({ ...of(client), data: ended }));
  expect((await eventually(ask, ({ status }) => status === 404)).status).toBe(404);
  const known = await database!.query<{ client_id: string }>('SELECT client_id FROM client');
  expect(known).toEqual([{ client_id: client }]);
}, 60_000);
