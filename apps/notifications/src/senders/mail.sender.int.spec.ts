import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { MailSender } from './mail.sender.ts';
import { SendingFailed } from './sending-failed.ts';

const mail = {
  ...{ to: 'planted@example.org', id: '<one@attune.example>', unsubscribe: null },
  ...{ subject: 'Subject', text: 'Planted words', html: '<p>Planted words</p>' },
};
let server: SMTPServer;
let stop: (() => Promise<void>) | undefined;
afterEach(() => stop?.());

let sender: MailSender;

/** What becomes of a mail that is sent to such a mail server. */
async function send(options: SMTPServerOptions, change: Partial<typeof mail> = {}, credentials = '') {
  server = new SMTPServer({ disabledCommands: ['STARTTLS'], closeTimeout: 100, ...options });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const SMTP_URL = `smtp://${credentials}127.0.0.1:${port}`;
  sender = new MailSender({ SMTP_URL, MAIL_FROM: 'Clinic <check-in@clinic.example>' });
  stop = async () => {
    sender.onApplicationShutdown();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    stop = undefined;
  };
  return sender.send({ ...mail, ...change }).then(
    () => 'sent',
    (error: unknown) => error as SendingFailed,
  );
}

const saying = (responseCode: number) => Object.assign(new Error('No'), { responseCode });
const open = { authOptional: true } as const;
const unavailable = { code: 'mail-server-unavailable', permanent: false };
const refused = { code: 'refused-by-mail-server', permanent: true };

describe('a mail server', () => {
  it('that takes the mail is done with it', async () => {
    let taken = '';
    const sent = await send({
      ...open,
      onData(stream, _session, done) {
        stream.on('data', (part: Buffer) => (taken += part.toString()));
        stream.on('end', done);
      },
    });
    expect(sent).toBe('sent');
    expect(taken).toMatch(/^Message-ID: <one@attune.example>\r$/m);
    expect(taken).toMatch(/^From: Clinic <check-in@clinic.example>\r$/m);
  });

  it.each([
    [550, refused],
    [451, unavailable],
  ])('that says %i to the address', async (code, expected) => {
    const failed = await send({ ...open, onRcptTo: (_address, _session, done) => done(saying(code)) });
    expect(failed).toBeInstanceOf(SendingFailed);
    expect(failed).toMatchObject(expected);
  });

  it.each([
    [554, refused],
    [452, unavailable],
  ])('that says %i to the mail', async (code, expected) => {
    const onData: SMTPServerOptions['onData'] = (stream, _session, done) => {
      stream.resume();
      stream.on('end', () => done(saying(code)));
    };
    expect(await send({ ...open, onData })).toMatchObject(expected);
  });

  it('that does not let us in has said nothing about the mail: it is tried again', async () => {
    const options: SMTPServerOptions = {
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(saying(535)),
    };
    expect(await send(options, {}, 'user:wrong@')).toMatchObject(unavailable);
    await stop?.();
    expect(await send({ ...open, onConnect: (_session, done) => done(saying(554)) })).toMatchObject(
      unavailable,
    );
  });

  it('that hangs up after it has taken the mail is not sent it again behind our back', async () => {
    let taken = 0;
    const onData: SMTPServerOptions['onData'] = (stream) => {
      stream.resume();
      stream.on('end', () => {
        taken++;
        server.connections.forEach((connection) => connection.close());
      });
    };
    expect(await send({ ...open, onData })).toMatchObject(unavailable);
    expect(taken).toBe(1);
  });
});

it('a mail that is on its way when the service ends is not waited for without end', async () => {
  const onRcptTo: SMTPServerOptions['onRcptTo'] = () => {
    sender.onApplicationShutdown();
  };
  const began = Date.now();
  expect(await send({ ...open, onRcptTo })).toMatchObject(unavailable);
  expect(Date.now() - began).toBeLessThan(10_000);
}, 15_000);

it('an address that is none is given up without asking anybody, and an error says nothing of it', async () => {
  const failed = (await send(open, { to: '' })) as SendingFailed;
  expect(failed).toMatchObject(refused);
  const whole = JSON.stringify([String(failed), failed.stack, Object.entries(failed), failed.cause]);
  expect(whole).not.toMatch(/planted/i);
});
