import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@attune/testing';
import {
  hour,
  noon,
  notificationsService,
  type NotificationsService,
} from '../../test-stack/notifications-service.ts';
import { ForgetMessages, keptDays } from './forget-messages.sweep.ts';

let service: NotificationsService;
beforeAll(async () => {
  service = await notificationsService();
}, 90_000);
afterAll(() => service.stop());

it('what was sent is forgotten with its links when its time is over, and not before; what waits stays', async () => {
  const [{ personId, email }, waiting] = [await service.person(), await service.person({ email: null })];
  const [asked, unsent] = [service.request(personId), service.request(waiting.personId)];
  await service.publish(asked.issued, unsent.issued);
  await eventually(
    () => service.mailsTo(email),
    (mails) => mails.length === 1,
  );
  await eventually(
    () => service.messagesOf(personId),
    ([message]) => message?.status === 'sent',
  );
  const forget = () => service.app.get(ForgetMessages).sweep();
  const kept = async () => ({
    messages: (await service.messagesOf(personId)).length,
    links: (await service.database.query('SELECT 1 FROM opt_out_link WHERE person_id = $1', [personId]))
      .length,
    asked: (await service.database.query('SELECT 1 FROM asked WHERE request_id = $1', [asked.requestId]))
      .length,
  });
  await service.moveClock(noon + (keptDays - 1) * 24 * hour);
  await forget();
  expect(await kept()).toEqual({ messages: 1, links: 1, asked: 1 });
  // The request itself ended four days after it was sent.
  await service.moveClock(noon + (keptDays + 5) * 24 * hour);
  expect(await forget()).toBeGreaterThanOrEqual(3);
  expect(await kept()).toEqual({ messages: 0, links: 0, asked: 0 });
  expect(await forget()).toBe(0);
  await service.moveClock(noon);
}, 60_000);

it('no name is kept where none is needed', async () => {
  const columns = await service.database.query<{ column_name: string }>(
    `SELECT column_name FROM information_schema.columns
     WHERE table_schema = current_schema() AND table_name = 'recipient'`,
  );
  expect(columns.map(({ column_name }) => column_name)).not.toContain('name');
  expect(columns.length).toBeGreaterThan(0);
});
