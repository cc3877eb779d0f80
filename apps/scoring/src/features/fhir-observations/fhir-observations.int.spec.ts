import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@attune/platform';
import { startService, type StartedService } from '@attune/testing';
import { Fhir } from 'fhir/fhir.js';
import { ScoringModule } from '../../scoring.module.ts';

let service: StartedService;
const [therapist, client, response] = [randomUUID(), randomUUID(), randomUUID()];
const long = 'a-scale-with-a-name-that-is-long';
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
  expect((await get(therapist, 'therapist', randomUUID())).status).toBe(404);
});

const search = (person: string, role: Role, query: string) =>
  service.get(`/fhir/Observation?${query}`, { as: { person, roles: [role] } });

describe('a client’s Observations', () => {
  const someone = randomUUID();
  beforeAll(async () => {
    await service.care(someone, therapist, 'primary');
    for (const day of [1, 2, 3]) {
      await service.database.query(
        `INSERT INTO score VALUES (gen_random_uuid(), gen_random_uuid(), $1, NULL,
           'https://attune.example/instruments/phq-4', '1.0.0', $2, $2, $3, 'test', NULL)`,
        [
          someone,
          `2026-02-0${day}T10:00:00Z`,
          JSON.stringify(
            ['total', `${long}-1`, `${long}-2`].map((scale) => ({ ...scales[0], scale, value: day })),
          ),
        ],
      );
    }
  });

  it('come page by page, the newest first, each with an id of its own that FHIR allows', async () => {
    const first = await search(therapist, 'therapist', `subject=Patient/${someone}&_count=2`);
    expect([first.status, first.body.total, first.body.entry.length]).toEqual([200, undefined, 6]);
    const [link] = first.body.link;
    expect(link.relation).toBe('next');
    const second = await search(therapist, 'therapist', link.url.split('?')[1]);
    expect([second.body.entry.length, second.body.link]).toEqual([3, undefined]);
    const all = [...first.body.entry, ...second.body.entry].map(({ resource }) => resource);
    expect(all.map(({ valueQuantity }) => valueQuantity.value)).toEqual([3, 3, 3, 2, 2, 2, 1, 1, 1]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(9);
    expect(all.every(({ id }) => /^[A-Za-z0-9.-]{1,64}$/.test(id))).toBe(true);
    expect(all[0].code.coding[0]).toMatchObject({ system: 'http://loinc.org', code: '70272-0' });
    const whole = await search(therapist, 'therapist', `subject=Patient/${someone}`);
    expect(whole.body.total).toBe(9);
    for (const resource of [first.body, whole.body, ...all]) {
      const { messages } = new Fhir().validate(resource, { errorOnUnexpected: true });
      expect(messages.filter(({ severity }) => String(severity) === 'error')).toEqual([]);
    }
    expect((await service.audited(therapist)).at(-1)).toMatchObject({
      ...{ action: 'export-scores', client_ids: [someone] },
    });
  });

  it('are not there for somebody else’s therapist, and refused to admin', async () => {
    const query = `subject=Patient/${someone}`;
    expect((await search(randomUUID(), 'therapist', query)).status).toBe(404);
    expect((await search(randomUUID(), 'admin', query)).status).toBe(403);
  });

  it('and a response’s are read by integrators, who have the scores from the topics, and nothing else of them', async () => {
    const integrator = randomUUID();
    const found = await search(integrator, 'integrator', `subject=Patient/${someone}`);
    expect([found.status, found.body.total]).toEqual([200, 9]);
    expect((await get(integrator, 'integrator')).status).toBe(200);
    const nobody = await search(integrator, 'integrator', `subject=Patient/${randomUUID()}`);
    expect([nobody.status, nobody.body.total, nobody.body.entry]).toEqual([200, 0, undefined]);
    expect((await service.audited(integrator)).map(({ action }) => action)).toContain('export-scores');
    const as = { person: integrator, roles: ['integrator' as const] };
    expect((await service.get(`/scores?clientId=${someone}`, { as })).status).toBe(403);
  });

  it('are asked for by one thing, said whole', async () => {
    const both = `subject=Patient/${someone}&response=${response}`;
    for (const query of ['', both, `subject=Group/${someone}`, `subject=${someone}`]) {
      expect((await search(therapist, 'therapist', query)).status).toBe(400);
    }
  });
});
