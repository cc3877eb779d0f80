import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Role } from '@attune/platform';
import { startService, type StartedService } from '@attune/testing';
import { CaseloadModule } from '../../caseload.module.ts';

let service: StartedService;
const [client, therapist, supervisor] = [randomUUID(), randomUUID(), randomUUID()];
beforeAll(async () => {
  service = await startService({ name: 'caseload', module: CaseloadModule });
  await service.database.query(`INSERT INTO client_entry (client_id, name) VALUES ($1, 'Ana Ito')`, [client]);
  await service.care(client, therapist, 'primary');
  await service.care(client, supervisor, 'supervisor');
  await service.database.query(
    `INSERT INTO session VALUES (gen_random_uuid(), $1, $2, '2026-11-16T09:00:00Z', '2026-11-16T09:50:00Z',
       'Europe/Berlin', 'completed')`,
    [client, therapist],
  );
}, 60_000);
afterAll(() => service.stop());

const read = (person: string, role: Role, clientId = client) =>
  service.get(`/clients/${clientId}`, { as: { person, roles: [role] } });

it.each([
  ['the therapist', therapist, 'therapist'],
  ['the supervisor', supervisor, 'supervisor'],
  ['the clinic lead', randomUUID(), 'clinic-lead'],
  ['operations', randomUUID(), 'operations'],
] as const)('a client’s course is read by %s, and that is written down', async (_who, person, role) => {
  const { status, body } = await read(person, role);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    name: 'Ana Ito',
    sessions: [{ status: 'completed', therapistId: therapist }],
  });
  expect(await service.audited(person)).toEqual([
    { action: 'view-course', client_ids: [client], subject: client },
  ]);
});

it.each([
  ['another therapist', 'therapist', 404],
  ['another supervisor', 'supervisor', 404],
  ['an administrator', 'admin', 403],
  ['an integrator', 'integrator', 403],
] as const)('it is not read by %s', async (_who, role, status) => {
  const person = randomUUID();
  expect((await read(person, role)).status).toBe(status);
  expect(await service.audited(person)).toEqual([]);
});

it('nobody’s course is nobody’s to read', async () => {
  expect((await read(randomUUID(), 'operations', randomUUID())).status).toBe(404);
});
