import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@attune/testing';
import {
  notificationsService,
  someone,
  type NotificationsService,
} from '../../test-stack/notifications-service.ts';

let service: NotificationsService;
beforeAll(async () => {
  service = await notificationsService();
}, 90_000);
afterAll(() => service.stop());

async function treated(consent = { email: true, sms: false }) {
  const { personId, email } = await service.person({ consent });
  const [therapist, supervisor] = [someone('therapist'), someone('supervisor')];
  await service.care(personId, therapist.person, 'primary');
  await service.care(personId, supervisor.person, 'supervisor');
  const ways = async () => (await service.get(`/clients/${personId}/ways`, { as: therapist })).body;
  return { client: personId, email, therapist, supervisor, ways };
}

it('says before anything is sent by which way it would go, or why by none', async () => {
  const optedOut: object[] = [];
  const [byMail, byNone] = [await treated(), await treated({ email: false, sms: false })];
  expect(await byMail.ways()).toEqual({ channel: 'email', withheld: null, optedOut });
  expect(await byNone.ways()).toEqual({ channel: null, withheld: 'no-consent', optedOut });
  // No provider of SMS is plugged in here.
  expect(await (await treated({ email: false, sms: true })).ways()).toMatchObject({ withheld: 'no-contact' });
});

it('shows what became of the messages about a request, and that the client has closed the way', async () => {
  const { client, email, therapist, supervisor, ways } = await treated();
  const [first, second] = [service.request(client), service.request(client)];
  await service.publish(first.issued);
  const [mail] = await eventually(
    () => service.mailsTo(email),
    (mails) => mails.length === 1,
  );
  const url = new URL(/<(.+)>/.exec(mail!.headers['list-unsubscribe'] ?? '')?.[1] ?? '').pathname;
  await service.app.inject({ method: 'POST', url });
  expect(await ways()).toEqual({
    ...{ channel: null, withheld: 'opted-out' },
    optedOut: [{ channel: 'email', at: expect.any(String) }],
  });
  await service.publish(second.issued);
  const about = async (as: typeof therapist, requestId: string) =>
    (await service.get(`/clients/${client}/messages?requestId=${requestId}`, { as })).body.items;
  const withheld = await eventually(
    () => about(supervisor, second.requestId),
    ([message]) => message?.status === 'withheld',
  );
  expect(withheld).toMatchObject([{ reason: 'opted-out', purpose: 'invitation' }]);
  expect(await about(therapist, first.requestId)).toMatchObject([{ status: 'sent', channel: 'email' }]);
  expect(await service.audited(therapist.person)).toContainEqual(
    expect.objectContaining({ action: 'view-messages', client_ids: [client] }),
  );
});

it('is for nobody else: not for another therapist, nor for roles that look at no client', async () => {
  const { client } = await treated();
  const other = (await treated()).therapist;
  for (const what of ['ways', 'messages']) {
    const get = async (as: typeof other) => (await service.get(`/clients/${client}/${what}`, { as })).status;
    expect(await get(other)).toBe(404);
    expect(await Promise.all([someone('admin'), someone('integrator')].map(get))).toEqual([403, 403]);
    expect(await Promise.all([someone('operations'), someone('clinic-lead')].map(get))).toEqual([200, 200]);
    const unknown = await service.get(`/clients/${randomUUID()}/${what}`, { as: other });
    expect(unknown.status).toBe(404);
  }
});
