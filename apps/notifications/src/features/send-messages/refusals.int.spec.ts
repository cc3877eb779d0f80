import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@attune/testing';
import { SMTPServer } from 'smtp-server';
import {
  notificationsService,
  someone,
  type NotificationsService,
} from '../../test-stack/notifications-service.ts';

let service: NotificationsService;
let provider: Server;
let refusing: SMTPServer;
const taken: { to: string; text: string; id: string; key: string | undefined }[] = [];
const refused: string[] = [];
let answerWith = 200;

/** A mail server that knows nobody, and an SMS provider. */
beforeAll(async () => {
  refusing = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, done) {
      refused.push(address);
      const refuse = () => {
        done(Object.assign(new Error('No such user here'), { responseCode: 550 }));
      };
      setTimeout(refuse, address.startsWith('slow') ? 3000 : 0);
    },
  });
  await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve));
  provider = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      taken.push({ ...JSON.parse(body), key: request.headers['idempotency-key'] });
      response.writeHead(answerWith).end();
    });
  });
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  const port = (server: { address(): unknown }) => (server.address() as AddressInfo).port;
  service = await notificationsService({
    SMTP_URL: `smtp://127.0.0.1:${port(refusing.server)}`,
    SMS_WEBHOOK_URL: `http://127.0.0.1:${port(provider)}/sms`,
  });
}, 90_000);
afterAll(async () => {
  await service.stop();
  delete process.env['SMS_WEBHOOK_URL'];
  await Promise.all([
    new Promise<void>((resolve) => refusing.close(() => resolve())),
    new Promise<void>((resolve) => provider.close(() => resolve())),
  ]);
});

const messageOf = (personId: string, status: string) =>
  eventually(
    () => service.messagesOf(personId),
    ([message]) => message?.status === status,
  );

it('an address that the mail server refuses is given up at once, and operations may try it again', async () => {
  const { personId, email } = await service.person();
  await service.publish(service.request(personId).issued);
  const [message] = await messageOf(personId, 'failed');
  expect(message).toMatchObject({ attempts: 1, reason: 'refused-by-mail-server' });
  expect(refused.filter((address) => address === email)).toHaveLength(1);
  const [event] = (await service.told(personId, 'message-failed')).slice(-1);
  expect(event?.data).toMatchObject({ reason: 'refused-by-mail-server', attempts: 1 });
  const retry = (as: ReturnType<typeof someone>) =>
    service.post(`/messages/${message.messageId}/retry`, { as });
  for (const role of ['therapist', 'clinic-lead', 'admin', 'integrator'] as const)
    expect((await retry(someone(role))).status).toBe(403);
  expect((await retry(someone('operations'))).status).toBe(202);
  await eventually(
    () => refused.filter((address) => address === email),
    (all) => all.length === 2,
  );
  await messageOf(personId, 'failed');
});

it('a mail server that takes its time over one message holds up no other', async () => {
  const slow = await service.person({ email: `slow-${randomUUID()}@example.org` });
  const other = await service.person();
  await service.publish(service.request(slow.personId).issued);
  await messageOf(slow.personId, 'sending');
  await service.publish(service.request(other.personId).issued);
  await messageOf(other.personId, 'failed');
  expect(await service.messagesOf(slow.personId)).toMatchObject([{ status: 'sending', attempts: 1 }]);
  await messageOf(slow.personId, 'failed');
});

it('an SMS goes to the provider that is plugged in, with the id of the message', async () => {
  const { personId } = await service.person({
    email: null,
    phone: '+49 30 5550100',
    consent: { email: true, sms: true },
  });
  await service.publish(service.request(personId).issued);
  const [message] = await messageOf(personId, 'sent');
  expect(message).toMatchObject({ channel: 'sms', attempts: 1 });
  const [sms] = taken.filter(({ id }) => id === message.messageId);
  expect(sms).toMatchObject({ to: '+49 30 5550100', key: message.messageId });
  expect(sms?.text).toMatch(/check-in\/#[\w-]{43} Stop these messages: \S+\/opt-out\/[\w-]{43}$/);
});

it('a provider that is away is asked again later; one that refuses is not', async () => {
  const write = async () => {
    const { personId } = await service.person({
      email: null,
      phone: '+49 30 5550101',
      consent: { email: true, sms: true },
    });
    await service.publish(service.request(personId).issued);
    return personId;
  };
  answerWith = 503;
  const away = await write();
  const [waits] = await eventually(
    () => service.messagesOf(away),
    ([message]) => message?.attempts === 1 && message.status === 'waiting',
  );
  expect(waits.reason).toBe('sms-provider-unavailable');
  answerWith = 400;
  expect(await messageOf(await write(), 'failed')).toMatchObject([{ reason: 'refused-by-sms-provider' }]);
});
