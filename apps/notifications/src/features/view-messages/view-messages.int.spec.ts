import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@attune/testing';
import {
  notificationsService,
  someone,
  type NotificationsService,
} from '../../test-stack/notifications-service.ts';

let service: NotificationsService;
const operations = someone('operations');

beforeAll(async () => {
  service = await notificationsService();
}, 90_000);
afterAll(() => service.stop());

const list = (search: string, as = operations) => service.get(`/messages?${search}`, { as });

it('finds the messages to one person page by page, in one state, and nobody else’s', async () => {
  const [{ personId }, other] = [await service.person(), await service.person()];
  for (const to of [personId, other.personId, personId]) await service.publish(service.request(to).issued);
  await eventually(
    () => service.messagesOf(personId),
    (items) => items.filter(({ status }: { status: string }) => status === 'sent').length === 2,
  );
  const first = await list(`personId=${personId}&status=sent&limit=1`);
  const rest = await list(`personId=${personId}&status=sent&limit=1&cursor=${first.body.next}`);
  const found = [...first.body.items, ...rest.body.items];
  expect(new Set(found.map(({ messageId }) => messageId)).size).toBe(2);
  expect(found.map((message) => message.personId)).toEqual([personId, personId]);
  expect(rest.body.next).toBeNull();
  expect((await list(`personId=${personId}&status=failed`)).body.items).toEqual([]);
  expect((await list(`personId=${randomUUID()}`)).body.items).toEqual([]);
});

it('is for operations and the clinic lead alone', async () => {
  const search = `personId=${randomUUID()}`;
  expect((await list(search, someone('clinic-lead'))).status).toBe(200);
  for (const role of ['therapist', 'supervisor', 'admin', 'integrator'] as const)
    expect((await list(search, someone(role))).status).toBe(403);
});

it('refuses somebody who cannot be', async () => {
  const refused = await list('personId=mara');
  expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, '/personId']);
});
