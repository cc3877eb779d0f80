import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startService, type Caller, type StartedService } from '@attune/testing';
import { SchedulingModule } from '../../scheduling.module.ts';
import { PublishShippedClinic } from './publish-shipped.ts';

let service: StartedService;
const caller = (role: Caller['roles'][number]): Caller => ({ person: crypto.randomUUID(), roles: [role] });
const lead = caller('clinic-lead');
beforeAll(async () => {
  service = await startService({ name: 'scheduling', module: SchedulingModule });
}, 60_000);
afterAll(() => service.stop());

const clinic = {
  zone: 'Asia/Kolkata',
  workingHours: [{ weekday: 6, from: '10:00', to: '24:00' }],
  holidays: ['2026-12-25', '2026-10-02', '2026-12-25'],
};
const change = (as: Caller, match: number | string, body: object = clinic) =>
  service.put('/clinic', { as, match, body });
const published = async () => (await service.published('clinic')).map(({ data }) => JSON.parse(data));

it('has usual hours from the first start, told once', async () => {
  await service.app.get(PublishShippedClinic, { strict: false }).onApplicationBootstrap();
  const { status, body, headers } = await service.get('/clinic', { as: caller('therapist') });
  expect([status, headers.etag]).toEqual([200, '"1"']);
  expect(body).toMatchObject({ zone: 'Europe/Berlin', holidays: [], version: 1 });
  expect(body.workingHours).toHaveLength(5);
  expect(await published()).toMatchObject([{ clinicId: 'clinic', zone: 'Europe/Berlin' }]);
});

it.each(['therapist', 'supervisor', 'operations', 'integrator'] as const)(
  'is not changed by %s',
  async (role) => {
    expect((await change(caller(role), '*')).status).toBe(403);
  },
);

it('is not shown to who is not staff', async () => {
  expect((await service.get('/clinic', { as: caller('integrator') })).status).toBe(403);
  expect((await service.get('/clinic')).status).toBe(401);
});

it('is changed by the clinic lead as it was read, and tells so', async () => {
  expect((await service.put('/clinic', { as: lead, body: clinic })).status).toBe(428);
  const changed = await change(lead, 1);
  expect(changed).toMatchObject({ status: 200, headers: { etag: '"2"' } });
  expect(changed.body).toMatchObject({ zone: 'Asia/Kolkata', holidays: ['2026-10-02', '2026-12-25'] });
  expect((await change(caller('admin'), 1)).status).toBe(412);
  expect((await published()).at(-1)).toMatchObject({
    zone: 'Asia/Kolkata',
    workingHours: clinic.workingHours,
  });
  expect((await service.audited(lead.person)).at(-1)).toMatchObject({ action: 'change-clinic' });
});

it.each([
  ['/zone', { zone: 'Europe/Atlantis' }],
  ['/holidays/0', { holidays: ['2026-02-30'] }],
  ['/workingHours/0', { workingHours: [{ weekday: 1, from: '17:00', to: '09:00' }] }],
  ['/workingHours/0/from', { workingHours: [{ weekday: 1, from: '9:00', to: '17:00' }] }],
])('names %s where it does not fit', async (pointer, wrong) => {
  const { status, body } = await change(lead, '*', { ...clinic, ...wrong });
  expect([status, body.errors[0].pointer]).toEqual([400, pointer]);
});
