import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  alertAcknowledged,
  alertAnswerWithdrawn,
  alertEscalated,
  alertRaised,
  alertReopened,
  alertRerouted,
  alertSignalAdded,
} from '@attune/contracts';
import { eventually, type Caller } from '@attune/testing';
import {
  hour,
  noon,
  notificationsService,
  someone,
  type NotificationsService,
} from '../../test-stack/notifications-service.ts';
import { SendDigests } from '../send-digests/send-digests.sweep.ts';

let service: NotificationsService;
beforeAll(async () => {
  service = await notificationsService();
}, 90_000);
afterAll(() => service.stop());

type Alert = ReturnType<NotificationsService['alert']>;
const of = (alert: Alert, time = new Date()) => ({ key: alert.clientId, subject: alert.alertId, time });
const staff = (roles: ('therapist' | 'supervisor' | 'clinic-lead')[] = ['therapist']) =>
  service.person({ kind: 'staff', roles, name: 'Sample Colleague' });
const sent = (email: string, count: number) =>
  eventually(
    () => service.mailsTo(email),
    (mails) => mails.length >= count,
  );
const quiet = async (email: string) => {
  await service.settled();
  await service.send();
  expect(service.mailsTo(email)).toEqual([]);
};
const prefer = (person: string, body: object) =>
  service.put('/preferences', { as: { person, roles: ['therapist'] }, match: '*', body });

describe('a member of staff', () => {
  it('is told of a high alert at once, without a word about the client', async () => {
    const { personId, email } = await staff();
    const alert = service.alert(personId, { severity: 'high' });
    await service.publish(alertRaised.event({ ...of(alert), data: alert }));
    const [mail] = await sent(email, 1);
    expect(mail!.subject).toBe('Attune: an alert waits for you');
    for (const secret of [alert.clientId, alert.alertId])
      expect(mail!.text + mail!.html).not.toContain(secret);
    expect(mail!.headers['list-unsubscribe']).toBeUndefined();
    const again = { ...alert, version: 2 };
    await service.publish(alertSignalAdded.event({ ...of(alert), data: again }));
    await service.settled();
    await service.send();
    expect(service.mailsTo(email)).toHaveLength(1);
  });

  it('is told of each answer about harm, and each time that an alert comes to them', async () => {
    const [{ personId, email }, other] = [await staff(), await staff()];
    const risk = service.alert(personId, { concern: 'safety', severity: 'high' });
    await service.publish(
      alertRaised.event({ ...of(risk), data: risk }),
      alertSignalAdded.event({ ...of(risk), data: { ...risk, version: 2 } }),
    );
    await sent(email, 2);
    const low = service.alert(personId, { severity: 'high' });
    const came = (recipientId: string, previousRecipientId: string, version: number) =>
      alertRerouted.event({ ...of(low), data: { ...low, recipientId, previousRecipientId, version } });
    await service.publish(
      alertRaised.event({ ...of(low), data: low }),
      came(other.personId, personId, 2),
      came(personId, other.personId, 3),
      // Somebody else watches: that is no news for whoever has it.
      came(personId, personId, 4),
    );
    await sent(email, 4);
    await sent(other.email, 1);
    await service.settled();
    await service.send();
    expect([service.mailsTo(email).length, service.mailsTo(other.email).length]).toEqual([4, 1]);
  });

  it('is not told at once of a lesser one, nor of history', async () => {
    const { personId, email } = await staff();
    const lesser = service.alert(personId, { severity: 'medium' });
    const old = service.alert(personId, { severity: 'high' });
    await service.publish(
      alertRaised.event({ ...of(lesser), data: lesser }),
      alertRaised.event({ ...of(old, new Date(Date.now() + noon - 30 * hour)), data: old }),
    );
    await quiet(email);
  });

  it('is told of what they asked for, and of safety whatever they asked for', async () => {
    const { personId, email } = await staff();
    await prefer(personId, { immediateFrom: null, digest: 'none', digestHour: 8 });
    const high = service.alert(personId, { severity: 'high' });
    await service.publish(alertRaised.event({ ...of(high), data: high }));
    await quiet(email);
    const safety = service.alert(personId, { concern: 'safety', severity: 'high' });
    await service.publish(alertRaised.event({ ...of(safety), data: safety }));
    const [mail] = await sent(email, 1);
    expect(mail!.subject).toBe('Attune: please look today');
  });

  it('is told of an alert that went up to them, as a supervisor and as the clinic lead', async () => {
    const [supervisor, lead] = [await staff(['supervisor']), await staff(['clinic-lead'])];
    const alert = service.alert(null, { severity: 'medium', watcherIds: [supervisor.personId] });
    const at = new Date().toISOString();
    const up = (level: 'supervisor' | 'clinic-lead', version: number) =>
      alertEscalated.event({ ...of(alert), data: { ...alert, version, escalation: { level, at } } });
    await service.publish(up('supervisor', 2));
    const [mail] = await sent(supervisor.email, 1);
    expect(mail!.text).toMatch(/has come up to you/);
    expect(service.mailsTo(lead.email)).toEqual([]);
    await service.publish(up('clinic-lead', 3));
    await sent(lead.email, 1);
  });
});

describe('an alert that is raised and goes up at once', () => {
  it('is a new one to whoever has it, and one that came up to the supervisor', async () => {
    const [therapist, supervisor] = [await staff(), await staff(['supervisor'])];
    const alert = service.alert(therapist.personId, {
      severity: 'high',
      watcherIds: [supervisor.personId],
    });
    const escalation = { level: 'supervisor' as const, at: new Date().toISOString() };
    await service.publish(
      alertRaised.event({ ...of(alert), data: alert }),
      alertEscalated.event({ ...of(alert), data: { ...alert, version: 2, escalation } }),
    );
    const [[mine], [theirs]] = await Promise.all([sent(therapist.email, 1), sent(supervisor.email, 1)]);
    expect(mine!.text).toMatch(/^A new alert waits for you/);
    expect(theirs!.text).toMatch(/^An alert has come up to you/);
  });

  it('is told to whoever has it only as they wish, also when more is found later', async () => {
    const { personId, email } = await staff();
    const alert = service.alert(personId, { severity: 'low' });
    const escalation = { level: 'supervisor' as const, at: new Date().toISOString() };
    await service.publish(
      alertEscalated.event({ ...of(alert), data: { ...alert, version: 2, escalation } }),
      alertSignalAdded.event({ ...of(alert), data: { ...alert, version: 3, escalation } }),
    );
    await quiet(email);
  });
});

describe('an alert that waits again', () => {
  it('is told again, but not to whoever opened it themselves', async () => {
    const { personId, email } = await staff();
    const alert = service.alert(personId, { severity: 'high' });
    await service.publish(alertRaised.event({ ...of(alert), data: alert }));
    await sent(email, 1);
    const again = (by: string | null, version: number) =>
      alertReopened.event({ ...of(alert), data: { ...alert, version, by } });
    await service.publish(again(personId, 3));
    await service.settled();
    await service.send();
    expect(service.mailsTo(email)).toHaveLength(1);
    // Nor is it told again when somebody takes back their answer.
    const withdrawn = { ...alert, version: 4, by: personId, answeredAt: new Date().toISOString() };
    await service.publish(alertAnswerWithdrawn.event({ ...of(alert), data: withdrawn }));
    await service.settled();
    await service.send();
    expect(service.mailsTo(email)).toHaveLength(1);
    await service.publish(again(null, 5));
    await sent(email, 2);
  });
});

describe('a digest', () => {
  const digests = () => service.app.get(SendDigests).sweep();

  it('comes in the morning of its reader, counts what waits, and is none where nothing does', async () => {
    const [busy, idle] = [await staff(), await staff()];
    const alerts = [1, 2, 3].map(() => service.alert(busy.personId, { severity: 'low' }));
    await service.publish(...alerts.map((data) => alertRaised.event({ ...of(data), data })));
    const taken = { ...alerts[2]!, status: 'acknowledged' as const, version: 2 };
    await service.publish(alertAcknowledged.event({ ...of(taken), data: { ...taken, by: busy.personId } }));
    await service.settled();
    await digests();
    expect(service.mailsTo(busy.email)).toEqual([]);
    await service.moveClock(noon + 24 * hour);
    await digests();
    const [mail] = await sent(busy.email, 1);
    expect(mail!.subject).toBe('Attune: 2 alerts wait for you');
    await digests();
    await service.send();
    expect(service.mailsTo(busy.email)).toHaveLength(1);
    expect(service.mailsTo(idle.email)).toEqual([]);
    expect(await service.messagesOf(idle.personId)).toEqual([]);
    await service.moveClock(noon);
  });
});

it('a digest that was moved to the evening comes then as well, on the day of the morning’s', async () => {
  const { personId, email } = await staff();
  const alert = service.alert(personId, { severity: 'low' });
  await service.publish(alertRaised.event({ ...of(alert), data: alert }));
  await service.settled();
  await service.moveClock(noon + 24 * hour);
  await service.app.get(SendDigests).sweep();
  await sent(email, 1);
  await prefer(personId, { immediateFrom: 'high', digest: 'daily', digestHour: 20 });
  await service.moveClock(noon + 34 * hour);
  await service.app.get(SendDigests).sweep();
  await sent(email, 2);
  await service.moveClock(noon);
});

it('the digest of a clinic lead counts what has come up to them', async () => {
  const lead = await staff(['clinic-lead']);
  const alert = service.alert(null, { severity: 'low' });
  const escalation = { level: 'clinic-lead' as const, at: new Date().toISOString() };
  const before = of(alert, new Date(Date.now() + noon - 30 * hour));
  await service.publish(alertEscalated.event({ ...before, data: { ...alert, version: 2, escalation } }));
  await service.settled();
  await service.moveClock(noon + 24 * hour);
  await service.app.get(SendDigests).sweep();
  const [mail] = await sent(lead.email, 1);
  expect(mail!.subject).toMatch(/^Attune: \d+ alerts? waits? for you$/);
  await service.moveClock(noon);
});

describe('preferences', () => {
  const body = { immediateFrom: 'medium', digest: 'weekly', digestHour: 7 };
  const ask = (as: Caller) => service.get('/preferences', { as });

  it('are one’s own, one version after the other', async () => {
    const { personId } = await staff();
    const as = { person: personId, roles: ['therapist' as const] };
    expect((await ask(as)).body).toEqual({
      immediateFrom: 'high',
      digest: 'daily',
      digestHour: 8,
      version: 0,
    });
    expect((await service.put('/preferences', { as, match: 0, body })).body).toEqual({ ...body, version: 1 });
    expect((await service.put('/preferences', { as, match: 0, body })).status).toBe(412);
    expect((await ask(someone('therapist'))).body.version).toBe(0);
    expect(
      (await service.put('/preferences', { as, match: 1, body: { ...body, digestHour: 24 } })).status,
    ).toBe(400);
  });

  it.each(['operations', 'admin', 'integrator'] as const)('are nothing that %s has', async (role) => {
    expect((await ask(someone(role))).status).toBe(403);
  });
});
