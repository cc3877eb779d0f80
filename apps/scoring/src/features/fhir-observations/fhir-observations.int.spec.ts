import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Role } from '@attune/platform';
import { startService, type StartedService } from '@attune/testing';
import { Fhir } from 'fhir/fhir.js';
import { ScoringModule } from '../../scoring.module.ts';

let service: StartedService;
const [therapist, client, response] = [randomUUID(), randomUUID(), randomUUID()];
const scales = [
  { scale: 'total', value: 12, band: 'moderate', answered: 9, items: 9, status: 'scored' },
  { scale: 'other', value: null, band: null, answered: 1, items: 2, status: 'not-scorable' },
];

beforeAll(async () => {
  service = await startService({ name: 'scoring', module: ScoringModule });
  await service.care(client, therapist, 'primary');
  await service.database.query(
    `INSERT INTO score VALUES (gen_random_uuid(), $1, $2, NULL, 'https://attune.example/instruments/phq-9', '1.1.0',
       '2026-01-02T10:00:00Z', '2026-01-02T10:00:01Z', $3, 'test', NULL)`,
    [response, client, JSON.stringify(scales)],
  );
}, 60_000);
afterAll(() => service.stop());

const get = (person: string, role: Role, id = response) =>
  service.get(`/fhir/Observation?response=${id}`, { as: { person, roles: [role] } });

it('says a score with LOINC’s code and the response it comes from, as FHIR has it', async () => {
  const { status, body } = await get(therapist, 'therapist');
  expect([status, body.total]).toEqual([200, 2]);
  const validator = new Fhir();
  for (const resource of [body, ...body.entry.map((entry: { resource: object }) => entry.resource)]) {
    const { valid, messages } = validator.validate(resource, { errorOnUnexpected: true });
    expect([valid, messages.filter(({ severity }) => String(severity) === 'error')]).toEqual([true, []]);
  }
  const [total, other] = body.entry.map((entry: { resource: object }) => entry.resource);
  expect(total).toMatchObject({
    code: { coding: [{ system: 'http://loinc.org', code: '44261-6' }, { code: 'total' }] },
    subject: { reference: `Patient/${client}` },
    derivedFrom: [{ reference: `QuestionnaireResponse/${response}` }],
    valueQuantity: { value: 12 },
    interpretation: [{ text: 'moderate' }],
  });
  expect(other).not.toHaveProperty('valueQuantity');
  expect(other).toMatchObject({ dataAbsentReason: { coding: [{ code: 'unknown' }] } });
  expect(await service.audited(therapist)).toEqual([
    { action: 'export-score', client_ids: [client], subject: response },
  ]);
});

it('is not there for somebody else’s therapist, and refused to who sees no scores', async () => {
  expect((await get(randomUUID(), 'therapist')).status).toBe(404);
  expect((await get(randomUUID(), 'admin')).status).toBe(403);
  expect((await get(randomUUID(), 'integrator')).status).toBe(403);
  expect((await get(therapist, 'therapist', randomUUID())).status).toBe(404);
});
