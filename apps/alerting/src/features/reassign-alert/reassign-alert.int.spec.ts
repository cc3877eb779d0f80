import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Role } from '@attune/platform';
import type { Call, Caller } from '@attune/testing';
import { alertingService, someone, type AlertingService } from '../../test-stack/alerting-service.ts';

let service: AlertingService;
let about: Awaited<ReturnType<AlertingService['treated']>>;
let alertId: string;
let colleague: Caller;
const operations = someone('operations');
beforeAll(async () => {
  service = await alertingService();
}, 90_000);
afterAll(() => service.stop());
beforeEach(async () => {
  about = await service.treated();
  alertId = await service.alertAbout(about.client);
  colleague = someone('therapist');
  await service.know(colleague.person, 'staff', 'A Colleague', ['therapist']);
});

const reassign = (as: Caller, recipientId: string | null, how: Call = {}) =>
  service.post(`/alerts/${alertId}/reassign`, {
    as,
    match: 1,
    body: { recipientId, reason: 'On leave' },
    ...how,
  });
const step = (as: Caller, action: string, body: object = {}) =>
  service.post(`/alerts/${alertId}/${action}`, { as, match: '*', body });
const read = (as: Caller) => service.get(`/alerts/${alertId}`, { as });

it('hands an alert to a colleague, who may answer it then and might not before', async () => {
  expect((await read(colleague)).status).toBe(404);
  expect(await reassign(operations, colleague.person)).toMatchObject({
    status: 200,
    headers: { etag: '"2"' },
    body: { recipientName: 'A Colleague', pinned: true },
  });
  expect((await read(colleague)).body.permitted).toMatchObject({ acknowledge: true, resolve: true });
  expect((await service.get(`/alerts?clientId=${about.client}`, { as: colleague })).body.items).toHaveLength(
    1,
  );
  const resolved = await service.get(`/alerts?status=resolved&clientId=${about.client}`, { as: colleague });
  expect([resolved.status, resolved.body.items]).toEqual([200, []]);
  expect((await step(colleague, 'acknowledge')).status).toBe(200);
  const note = 'Seen to.';
  const closed = await step(colleague, 'resolve', { outcome: 'discussed', note });
  expect(closed).toMatchObject({ status: 200, body: { status: 'resolved', notes: [{ text: note }] } });
});

it('gives it back to the care relationships, and with it what the colleague could see', async () => {
  await reassign(operations, colleague.person);
  const back = await reassign(operations, null, { match: 2 });
  expect(back.body).toMatchObject({ recipientId: about.therapist.person, pinned: false });
  expect((await read(colleague)).status).toBe(404);
  expect((await step(colleague, 'acknowledge')).status).toBe(404);
});

it('opens again what somebody else had acknowledged', async () => {
  await step(about.therapist, 'acknowledge');
  expect((await reassign(operations, colleague.person, { match: 2 })).body).toMatchObject({ status: 'open' });
  await step(colleague, 'resolve', { outcome: 'other' });
  expect((await reassign(operations, colleague.person, { match: '*' })).body.code).toBe(
    'alert-action-refused',
  );
});

it('takes nobody who could not answer it', async () => {
  const clerk = someone('operations');
  await service.know(clerk.person, 'staff', 'A Clerk', ['operations']);
  for (const recipient of [clerk.person, someone('therapist').person, about.client]) {
    expect(await reassign(operations, recipient)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/recipientId' }] },
    });
  }
});

it.each<Role>(['therapist', 'supervisor', 'clinic-lead', 'admin', 'integrator'])(
  'is for operations alone: not for the %s',
  async (role) => {
    const as =
      role === 'therapist' ? about.therapist : role === 'supervisor' ? about.supervisor : someone(role);
    expect((await reassign(as, colleague.person)).status).toBe(403);
    expect((await read(operations)).body).toMatchObject({ version: 1, pinned: false });
  },
);

it('wants the version that was read', async () => {
  expect((await reassign(operations, colleague.person, { match: 5 })).status).toBe(412);
  const blind = { as: operations, body: { recipientId: colleague.person } };
  expect((await service.post(`/alerts/${alertId}/reassign`, blind)).status).toBe(428);
});

it('writes down who did it, and keeps the reason inside', async () => {
  await reassign(operations, colleague.person);
  expect((await service.audited(operations.person)).at(-1)).toEqual({
    action: 'reassign-alert',
    client_ids: [about.client],
    subject: alertId,
  });
  expect(JSON.stringify(await service.published(about.client))).not.toContain('On leave');
  expect(JSON.stringify((await read(operations)).body)).not.toContain('On leave');
});
