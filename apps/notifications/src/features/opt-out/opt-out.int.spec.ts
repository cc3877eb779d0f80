import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { personErased } from '@attune/contracts';
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

const inject = (method: 'GET' | 'POST', url: string) => service.app.inject({ method, url });
/** As mail programs do it (RFC 8058). */
const oneClick = (url: string, contentType: string, payload: string) =>
  service.app.inject({ method: 'POST', url, payload, headers: { 'content-type': contentType } });
const clicks: (readonly [string, string])[] = [
  ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
  [
    'multipart/form-data; boundary=one',
    '--one\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--one--\r\n',
  ],
];

it('one click stops such messages, asked for by a page and by nothing that merely opens the link', async () => {
  const { personId, email } = await service.person({ language: 'ar' });
  await service.publish(service.request(personId).issued);
  const [mail] = await eventually(
    () => service.mailsTo(email),
    (mails) => mails.length === 1,
  );
  const url = new URL(/<(.+)>/.exec(mail!.headers['list-unsubscribe'] ?? '')?.[1] ?? '').pathname;
  expect(mail!.headers['list-unsubscribe-post']).toMatch(/One-Click/);
  const asked = await inject('GET', url);
  expect([asked.statusCode, asked.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  expect(asked.body).toContain('<form method="post">');
  expect(asked.body).toContain('dir="rtl"');
  expect(asked.body).toContain('بالبريد الإلكتروني');
  expect(asked.headers['content-security-policy']).toContain("style-src 'sha256-");
  for (const how of clicks) expect((await oneClick(url, ...how)).body).toContain('تم');
  expect((await inject('POST', url)).statusCode).toBe(200);
  await service.publish(service.request(personId).issued);
  const messages = await eventually(
    () => service.messagesOf(personId),
    (all) => all.length === 2 && all[0].status === 'withheld',
  );
  expect(messages[0].reason).toBe('opted-out');
  // Told again without a change, as by an import, their word stands; agreed to anew it does not.
  await service.person({ personId });
  await service.publish(service.request(personId).issued);
  await eventually(
    () => service.messagesOf(personId),
    (all) => all.length === 3 && all[0].reason === 'opted-out',
  );
  await service.person({ personId, consent: { email: false, sms: false } });
  await service.person({ personId });
  await service.publish(service.request(personId).issued);
  await eventually(
    () => service.mailsTo(email),
    (mails) => mails.length === 2,
  );
});

it.each(['GET', 'POST'] as const)(
  'says kindly of a link that stops nothing that it does, by %s',
  async (method) => {
    const headers = { 'accept-language': 'hi-IN,hi;q=0.9' };
    const answer = await service.app.inject({ method, url: '/api/notifications/opt-out/x', headers });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(answer.body).toContain('इस लिंक से कुछ बंद नहीं होता');
    expect(answer.body).not.toContain('<form');
  },
);

it('of somebody who was erased nothing stays and nothing is sent', async () => {
  const { personId, email } = await service.person({ zone: 'America/Los_Angeles' });
  await service.publish(service.request(personId).issued);
  await service.settled();
  const data = { personId, kind: 'client' as const, erasedAt: new Date().toISOString() };
  await service.publish(personErased.event({ key: personId, subject: personId, time: new Date(), data }));
  await service.settled();
  expect(await service.messagesOf(personId)).toMatchObject([{ status: 'withheld', reason: 'erased' }]);
  expect(await service.database.query('SELECT 1 FROM recipient WHERE person_id = $1', [personId])).toEqual(
    [],
  );
  expect(service.mailsTo(email)).toEqual([]);
});

it('messages are listed page by page for those who look after all clients, and for nobody else', async () => {
  const { personId } = await service.person();
  await service.publish(service.request(personId).issued, service.request(personId).issued);
  await eventually(
    () => service.messagesOf(personId),
    (all) => all.length === 2,
  );
  const as = someone('operations');
  const first = await service.get(`/messages?personId=${personId}&limit=1`, { as });
  const rest = await service.get(`/messages?personId=${personId}&limit=1&cursor=${first.body.next}`, { as });
  expect([first.body.items.length, rest.body.items.length, rest.body.next]).toEqual([1, 1, null]);
  const read = { action: 'list-messages', client_ids: [personId] };
  expect(await service.audited(as.person)).toMatchObject([read, read]);
  for (const role of ['therapist', 'supervisor', 'admin', 'integrator'] as const)
    expect((await service.get('/messages', { as: someone(role) })).status).toBe(403);
});

it('quiet hours are set by the clinic lead or an administrator', async () => {
  const body = { from: '20:00', to: '09:00' };
  const put = (role: 'clinic-lead' | 'admin' | 'operations' | 'therapist', match: number) =>
    service.put('/quiet-hours', { as: someone(role), match, body });
  expect((await service.get('/quiet-hours', { as: someone('therapist') })).body).toEqual({
    from: '21:00',
    to: '08:00',
    version: 0,
  });
  expect((await put('operations', 0)).status).toBe(403);
  expect((await put('therapist', 0)).status).toBe(403);
  expect((await put('clinic-lead', 0)).body).toEqual({ ...body, version: 1 });
  expect((await put('admin', 0)).status).toBe(412);
  const wrong = await service.put('/quiet-hours', {
    as: someone('admin'),
    match: 1,
    body: { from: '25:00', to: '1' },
  });
  expect(wrong.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/from', '/to']);
});
