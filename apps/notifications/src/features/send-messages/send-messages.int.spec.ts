import { createHash, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { responseSubmitted } from '@attune/contracts';
import { eventually } from '@attune/testing';
import {
  hour,
  noon,
  notificationsService,
  type NotificationsService,
} from '../../test-stack/notifications-service.ts';

let service: NotificationsService;
beforeAll(async () => {
  service = await notificationsService();
}, 90_000);
afterAll(() => service.stop());
afterEach(() => service.moveClock(noon));

const sent = (email: string, count: number) =>
  eventually(
    () => service.mailsTo(email),
    (mails) => mails.length >= count,
  );
const settledAs = (personId: string, status: string) =>
  eventually(
    () => service.messagesOf(personId),
    ([message]) => message?.status === status,
  );

describe('an invitation', () => {
  it('is sent once, with a link of its own that opens and is known only by its hash', async () => {
    const { personId, email } = await service.person();
    const { issued, requestId } = service.request(personId);
    await service.publish(issued);
    const [mail] = await sent(email, 1);
    const token = /check-in\/#([\w-]{43})/.exec(mail!.text)?.[1] ?? '';
    const [message] = await settledAs(personId, 'sent');
    expect(message).toMatchObject({ purpose: 'invitation', channel: 'email', requestId, attempts: 1 });
    expect(mail!.messageId).toBe(`<${message.messageId}@attune.example>`);
    const events = await service.told(personId, 'message-sent');
    expect(events.map(({ type }) => type.split('.').at(2))).toEqual(['link-minted', 'message-sent']);
    expect(events[0]?.data).toMatchObject({
      requestId,
      tokenHash: createHash('sha256').update(token).digest('base64url'),
    });
    const everything = JSON.stringify([
      events,
      await service.database.query('SELECT * FROM message'),
      await service.database.query('SELECT * FROM opt_out_link'),
    ]);
    expect(everything).not.toContain(token);
    expect(everything).not.toContain(email);
    await service.send();
    expect(service.mailsTo(email)).toHaveLength(1);
  });

  it('is none where somebody hands the link over', async () => {
    const { personId } = await service.person();
    await service.publish(service.request(personId).byHand);
    await service.settled();
    expect(await service.messagesOf(personId)).toEqual([]);
  });

  it.each([
    ['nobody agreed to', { consent: { email: false, sms: false } }, 'no-consent'],
    ['has nowhere to go', { email: null }, 'no-contact'],
  ])('that %s is withheld, and says why', async (_, change, reason) => {
    const { personId } = await service.person(change);
    await service.publish(service.request(personId).issued);
    expect(await settledAs(personId, 'withheld')).toMatchObject([{ reason }]);
    expect((await service.told(personId, 'message-withheld')).at(-1)?.data).toMatchObject({ reason });
  });

  it('to somebody who is not known yet waits until they are', async () => {
    const personId = randomUUID();
    await service.publish(service.request(personId).issued);
    const [message] = await eventually(
      () => service.messagesOf(personId),
      ([one]) => one?.reason === 'person-unknown',
    );
    expect(message).toMatchObject({ status: 'waiting', attempts: 0 });
    const { email } = await service.person({ personId });
    await sent(email, 1);
    expect(await settledAs(personId, 'sent')).toMatchObject([{ attempts: 1 }]);
  });

  it('to somebody who never becomes known is withheld in the end', async () => {
    const personId = randomUUID();
    await service.publish(service.request(personId).issued);
    await eventually(
      () => service.messagesOf(personId),
      ([one]) => one?.reason === 'person-unknown',
    );
    await service.moveClock(noon + 25 * hour);
    expect(await settledAs(personId, 'withheld')).toMatchObject([{ reason: 'person-unknown' }]);
  });

  it('waits for the end of the client’s own night', async () => {
    const { personId, email } = await service.person({ zone: 'America/Los_Angeles' });
    await service.publish(service.request(personId).issued);
    await service.settled();
    const [message] = await eventually(
      () => service.messagesOf(personId),
      ([one]) => new Date(one?.dueAt ?? 0).getTime() > Date.now() + noon + hour,
    );
    expect(message).toMatchObject({ status: 'waiting', attempts: 0 });
    expect(new Date(message.dueAt).toISOString()).toMatch(/T1[56]:00:00/);
    await service.moveClock(noon + 6 * hour);
    await sent(email, 1);
  });

  it('that was answered before it was sent is withheld', async () => {
    const { personId, email } = await service.person({ zone: 'America/Los_Angeles' });
    const { issued, requestId } = service.request(personId);
    await service.publish(issued);
    await service.settled();
    const data = { ...responseSubmitted.example, clientId: personId, requestId };
    await service.publish(
      responseSubmitted.event({ key: personId, subject: data.responseId, time: new Date(), data }),
    );
    expect(await settledAs(personId, 'withheld')).toMatchObject([{ reason: 'request-over' }]);
    await service.moveClock(noon + 6 * hour);
    await service.send();
    expect(service.mailsTo(email)).toEqual([]);
  });
});

describe('an invitation whose time comes', () => {
  const withheld = async ({ personId, email }: { personId: string; email: string }) => {
    expect(await settledAs(personId, 'withheld')).toMatchObject([{ reason: 'request-over', attempts: 0 }]);
    await service.send();
    expect(service.mailsTo(email)).toEqual([]);
  };

  it('when nobody may answer any more is withheld, though nothing has said so yet', async () => {
    const person = await service.person({ zone: 'America/Los_Angeles' });
    await service.publish(service.request(person.personId, 5).issued);
    await service.settled();
    expect(await service.messagesOf(person.personId)).toMatchObject([{ status: 'waiting' }]);
    await service.moveClock(noon + 6 * hour);
    await withheld(person);
  });

  it('after it was answered, which another topic told first, is withheld', async () => {
    const person = await service.person();
    const { issued, requestId } = service.request(person.personId);
    const data = { ...responseSubmitted.example, clientId: person.personId, requestId };
    await service.publish(
      responseSubmitted.event({ key: person.personId, subject: data.responseId, time: new Date(), data }),
    );
    await service.settled();
    await service.publish(issued);
    await withheld(person);
  });
});

describe('a mail server', () => {
  it('that is away is asked again later, and the mail comes under the same id', async () => {
    const { personId, email } = await service.person();
    await service.mailServer.stop();
    await service.publish(service.request(personId).issued);
    const [message] = await eventually(
      () => service.messagesOf(personId),
      ([one]) => one?.reason === 'mail-server-unavailable',
    );
    expect(message).toMatchObject({ status: 'waiting', attempts: 1 });
    await service.mailServer.start();
    await service.send();
    expect(service.mailsTo(email)).toEqual([]);
    await service.moveClock(noon + hour);
    const [mail] = await sent(email, 1);
    expect(mail!.messageId).toContain(message.messageId);
    expect(await settledAs(personId, 'sent')).toMatchObject([{ attempts: 2 }]);
  });
});

describe('a process that is killed while it sends', () => {
  it('leaves a message that is sent once more under the same id, when its lease is over', async () => {
    const { personId, email } = await service.person();
    await service.publish(service.request(personId).issued);
    await sent(email, 1);
    const [message] = await settledAs(personId, 'sent');
    // As it stands when the mail server has taken the mail and nobody could write that down any more.
    await service.database.query(
      `UPDATE message SET status = 'sending', settled_at = NULL WHERE message_id = $1`,
      [message.messageId],
    );
    await service.send();
    expect(service.mailsTo(email)).toHaveLength(1);
    await service.moveClock(noon + hour);
    const mails = await sent(email, 2);
    await settledAs(personId, 'sent');
    await service.send();
    expect(service.mailsTo(email)).toHaveLength(2);
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(1);
    const links = mails.map(({ text }) => /#([\w-]{43})/.exec(text)?.[1]);
    expect(new Set(links).size).toBe(2);
  });
});

it('a message whose sending is cut off each time is given up', async () => {
  const { personId, email } = await service.person();
  await service.publish(service.request(personId).issued);
  await sent(email, 1);
  const [message] = await settledAs(personId, 'sent');
  await service.database.query(
    `UPDATE message SET status = 'sending', attempts = 8, settled_at = NULL WHERE message_id = $1`,
    [message.messageId],
  );
  await service.moveClock(noon + hour);
  expect(await settledAs(personId, 'failed')).toMatchObject([{ reason: 'cut-off-each-time' }]);
  expect(service.mailsTo(email)).toHaveLength(1);
  await service.told(personId, 'message-failed');
});

it('two instances share the work, and each message leaves once', async () => {
  await service.another();
  const people = await Promise.all(Array.from({ length: 12 }, () => service.person()));
  await service.publish(...people.map(({ personId }) => service.request(personId).issued));
  for (const { email } of people) await sent(email, 1);
  await service.send();
  for (const { email } of people) expect(service.mailsTo(email)).toHaveLength(1);
}, 60_000);
