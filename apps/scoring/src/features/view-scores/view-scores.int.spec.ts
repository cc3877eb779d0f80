import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Role } from '@attune/platform';
import { startService, type StartedService } from '@attune/testing';
import { ScoringModule } from '../../scoring.module.ts';

let service: StartedService;
const therapist = randomUUID();
const client = randomUUID();
const responses = [randomUUID(), randomUUID(), randomUUID()];

beforeAll(async () => {
  service = await startService({ name: 'scoring', module: ScoringModule });
  await service.care(client, therapist, 'primary');
  for (const [index, response] of responses.entries()) {
    const at = new Date(Date.UTC(2026, 0, index + 1));
    await service.database.query(
      `INSERT INTO score VALUES (gen_random_uuid(), $1, $2, NULL, 'https://example.org/a', '1', $3, $3, '[]', 'test', $4)`,
      [response, client, at, index === 2 ? at : null],
    );
  }
}, 60_000);
afterAll(() => service.stop());

const get = (person: string, role: Role, path: string) =>
  service.get(`/scores${path}`, { as: { person, roles: [role] } });
const ids = (body: { items: { responseId: string }[] }) => body.items.map(({ responseId }) => responseId);

it('shows the scores that stand, the newest first, to whoever treats the client, page by page', async () => {
  const first = await get(therapist, 'therapist', `?clientId=${client}&limit=1`);
  expect([first.status, ids(first.body)]).toEqual([200, [responses[1]]]);
  const second = await get(therapist, 'therapist', `?clientId=${client}&limit=1&cursor=${first.body.next}`);
  expect([ids(second.body), second.body.next]).toEqual([[responses[0]], null]);
});

it('shows nothing of a client to another therapist, by list or by response', async () => {
  const stranger = randomUUID();
  const refused = { status: 404, body: { code: 'not-found' } };
  expect(await get(stranger, 'therapist', `?clientId=${client}`)).toMatchObject(refused);
  expect(await get(stranger, 'therapist', `/by-response/${responses[0]}`)).toMatchObject(refused);
  expect((await get(therapist, 'therapist', `/by-response/${responses[0]}`)).status).toBe(200);
});

it.each<Role>(['operations', 'clinic-lead'])('shows every client to %s', async (role) => {
  expect(ids((await get(randomUUID(), role, `?clientId=${client}`)).body)).toHaveLength(2);
});

it.each<Role>(['admin', 'integrator'])('refuses %s', async (role) => {
  expect((await get(randomUUID(), role, `?clientId=${client}`)).status).toBe(403);
});

it('shows a client without scores to whoever treats them, and to no other therapist', async () => {
  const fresh = randomUUID();
  await service.care(fresh, therapist, 'primary');
  expect(await get(therapist, 'therapist', `?clientId=${fresh}`)).toMatchObject({
    status: 200,
    body: { items: [] },
  });
  expect((await get(randomUUID(), 'therapist', `?clientId=${fresh}`)).status).toBe(404);
});

it('shows nothing to those who care for a client while an event about that care is parked', async () => {
  const doubtful = randomUUID();
  await service.care(doubtful, therapist, 'primary');
  await service.parkCare(doubtful);
  expect((await get(therapist, 'therapist', `?clientId=${doubtful}`)).status).toBe(404);
  expect((await get(randomUUID(), 'operations', `?clientId=${doubtful}`)).status).toBe(200);
});

it('answers for a score that was withdrawn as for none', async () => {
  expect((await get(therapist, 'therapist', `/by-response/${responses[2]}`)).status).toBe(404);
});

it('writes down who read what, and nothing where nothing was shown', async () => {
  const reader = randomUUID();
  await get(reader, 'operations', `/by-response/${responses[0]}`);
  await get(reader, 'operations', `/by-response/${randomUUID()}`);
  expect(await service.audited(reader)).toEqual([
    { action: 'view-score', client_ids: [client], subject: responses[0] },
  ]);
});
