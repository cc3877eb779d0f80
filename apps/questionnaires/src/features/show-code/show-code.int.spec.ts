import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  runningService,
  someone,
  type Caller,
  type RunningService,
} from '../../test-stack/running-service.ts';

let service: RunningService;
beforeAll(async () => {
  service = await runningService();
}, 90_000);
afterAll(() => service.stop());

const show = (as: Caller, requestId: string) => service.post(`/requests/${requestId}/code`, { as });

it('is a new link to the open request, drawn, for those who treat the client and for operations', async () => {
  const { client, therapist } = await service.treated();
  const { requestId, link } = await service.ask(therapist, client);
  for (const as of [therapist, someone('operations')]) {
    const { status, headers, body } = await show(as, requestId);
    expect([status, headers['cache-control']]).toEqual([201, 'no-store']);
    expect(body.svg).toMatch(/^<svg [^]*<\/svg>$/);
    const token = String(body.link).split('#')[1] as string;
    expect(token).not.toBe(link);
    expect((await service.get('/check-in', { link: token })).body.requestId).toBe(requestId);
    expect((await service.audited(as.person)).at(-1)).toEqual({
      ...{ action: 'show-code', client_ids: [client], subject: requestId },
    });
  }
});

it('is refused to everybody else, and for a request that is closed', async () => {
  const { client, therapist, supervisor } = await service.treated();
  const { requestId } = await service.ask(therapist, client);
  expect((await show((await service.treated()).therapist, requestId)).status).toBe(404);
  expect((await show({ ...supervisor, also: 'therapist' }, requestId)).status).toBe(403);
  for (const role of ['clinic-lead', 'admin', 'integrator'] as const) {
    expect((await show(someone(role), requestId)).status).toBe(403);
  }
  await service.post(`/requests/${requestId}/revoke`, { as: therapist });
  expect(await show(therapist, requestId)).toMatchObject({ status: 409, body: { code: 'request-not-open' } });
});
