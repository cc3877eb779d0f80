import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { eventually } from '@attune/testing';
import { SMTPServer } from 'smtp-server';
import { notificationsService, type NotificationsService } from '../../test-stack/notifications-service.ts';
import { SendMessages } from './send-messages.sweep.ts';

let service: NotificationsService;
let server: SMTPServer;
/** What the mail server was handed and has not answered yet. */
const held: (() => void)[] = [];

/** A mail server that answers when it is told to. */
beforeAll(async () => {
  server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'] },
    onData(stream, _session, done) {
      stream.resume();
      stream.on('end', () => held.push(done));
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
}, 90_000);
beforeEach(async () => {
  const { port } = server.server.address() as AddressInfo;
  service = await notificationsService({ SMTP_URL: `smtp://127.0.0.1:${port}` });
}, 90_000);
afterEach(() => service.stop());
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

/** A message that the mail server has and says nothing about. */
async function onItsWay() {
  const { personId } = await service.person();
  await service.publish(service.request(personId).issued);
  await eventually(
    () => held,
    ({ length }) => length === 1,
  );
  return { personId, answer: held.pop()! };
}

it('an answer that comes when somebody else has taken the message up says nothing about it', async () => {
  const { personId, answer } = await onItsWay();
  // As it stands when the lease was over and another instance sends it anew.
  await service.database.query(`UPDATE message SET attempts = 2 WHERE person_id = $1`, [personId]);
  answer();
  await service.send();
  expect(await service.messagesOf(personId)).toMatchObject([{ status: 'sending', attempts: 2 }]);
});

it('a service that ends waits for what is on its way, and writes down what became of it', async () => {
  const { personId, answer } = await onItsWay();
  const sender = service.app.get(SendMessages);
  let ended = false;
  const ending = sender.onApplicationShutdown().then(() => (ended = true));
  await sender.sweep();
  expect(await service.messagesOf(personId)).toMatchObject([{ status: 'sending' }]);
  expect(ended).toBe(false);
  answer();
  await ending;
  expect(await service.messagesOf(personId)).toMatchObject([{ status: 'sent', attempts: 1 }]);
});
