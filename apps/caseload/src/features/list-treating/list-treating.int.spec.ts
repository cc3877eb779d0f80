import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Role } from '@attune/platform';
import { careOf, inDays, personOf } from '@attune/testing';
import { caseloadService, type CaseloadService } from '../../test-stack/caseload-service.ts';

let service: CaseloadService;
const [zoe, anna, idle, supervisor] = Array.from({ length: 4 }, () => randomUUID()) as [
  ...[string, string, string, string],
];
const names = async (role: Role, person: string = randomUUID()) => {
  const { status, body } = await service.get('/treating', { as: { person, roles: [role] } });
  return status === 200 ? body.items.map(({ name }: { name: string }) => name) : status;
};

beforeAll(async () => {
  service = await caseloadService();
  const [ofZoe, ofAnna] = [randomUUID(), randomUUID()];
  const staff = (id: string, name: string) => personOf(id, name, 'staff').registered;
  await service.publish(staff(zoe, 'Zoë Quast'), staff(anna, 'Anna Vogt'), staff(idle, 'Bo Without'));
  await service.publish(
    careOf(ofZoe, { staffId: zoe, from: inDays(-9) }).begins,
    careOf(ofAnna, { staffId: anna, from: inDays(-9) }).begins,
    careOf(ofZoe, { staffId: supervisor, kind: 'supervisor', from: inDays(-9) }).begins,
  );
  await service.settled();
}, 90_000);
afterAll(() => service.stop());

it('offers everybody who treats somebody, by name, to who sees every client', async () => {
  expect(await names('operations')).toEqual(['Anna Vogt', 'Zoë Quast']);
  expect(await names('clinic-lead')).toEqual(['Anna Vogt', 'Zoë Quast']);
});

it('offers a supervisor the therapists of clients whom they supervise, and another one nobody', async () => {
  expect(await names('supervisor', supervisor)).toEqual(['Zoë Quast']);
  expect(await names('supervisor')).toEqual([]);
});

it.each<Role>(['therapist', 'admin', 'integrator'])('%s has nobody to choose among', async (role) => {
  expect(await names(role)).toBe(403);
});
