import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Role } from '@attune/platform';
import { alertingService, someone, type AlertingService } from '../../test-stack/alerting-service.ts';
import { defaultAlertPolicy } from '../../domain/alert/alert-policy.ts';

let service: AlertingService;
beforeAll(async () => {
  service = await alertingService();
}, 90_000);
afterAll(() => service.stop());

const policy = { ...defaultAlertPolicy, silenceAfter: null };
const change = (role: Role, match: number | string, body: object = policy) =>
  service.put('/policy', { as: someone(role), match, body });

it('what ships is in force until the clinic lead decides otherwise, one version after the other', async () => {
  expect((await service.get('/policy', { as: someone('therapist') })).body).toEqual({
    ...defaultAlertPolicy,
    version: 0,
  });
  expect(await change('clinic-lead', 0)).toMatchObject({
    status: 200,
    body: { version: 1, silenceAfter: null },
  });
  expect((await change('admin', 0)).status).toBe(412);
  expect((await change('admin', 1)).body.version).toBe(2);
});

it.each(['therapist', 'supervisor', 'operations', 'integrator'] as const)(
  'is not changed by %s',
  async (role) => {
    expect((await change(role, '*')).status).toBe(403);
  },
);

it('takes no number out of its range', async () => {
  const hours = { ...policy.acknowledgeWithinHours, safety: 0 };
  const answer = await change('admin', '*', { ...policy, acknowledgeWithinHours: hours, repairWithin: 0 });
  expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
    '/acknowledgeWithinHours/safety',
    '/repairWithin',
  ]);
});
