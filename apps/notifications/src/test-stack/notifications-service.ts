import { randomUUID } from 'node:crypto';
import {
  alertRaised,
  personRegistered,
  requestIssued,
  requestReminderDue,
  type EventToAppend,
} from '@attune/contracts';
import { append, tailTopics, type TailedEvent } from '@attune/messaging';
import { readConfig, type Role } from '@attune/platform';
import { eventually, startService, testMailServer, type Caller } from '@attune/testing';
import { SendMessages } from '../features/send-messages/send-messages.sweep.ts';
import { NotificationsModule } from '../notifications.module.ts';

export const someone = (...roles: Role[]): Caller => ({ person: randomUUID(), roles });

/** By day in Berlin and in Kolkata: outside of all quiet hours. */
export const noon = (() => {
  const at = new Date();
  at.setUTCHours(11, 0, 0, 0);
  return at.getTime() - Date.now();
})();
export const hour = 3_600_000;

/** The whole service beside a real mail server; its own outbox stands in for those of others. */
export async function notificationsService(env: Readonly<Record<string, string>> = {}) {
  const mailServer = await testMailServer();
  Object.assign(process.env, { SMTP_URL: mailServer.url, ...env });
  const service = await startService({ name: 'notifications', module: NotificationsModule, broker: true });
  await service.moveClock(noon);
  const publish = (...events: EventToAppend[]) => service.db.asWorker((tx) => append(tx, ...events));
  const settled = () => service.settled('attune.public.messages', 'attune.internal.links');
  const sender = service.app.get(SendMessages);
  const events: TailedEvent[] = [];
  let joined = false;
  const stopTail = tailTopics({
    config: readConfig({ ...service.kafka?.env }),
    service: 'notifications-test',
    topics: ['attune.public.messages', 'attune.internal.links'],
    onEvent: (event) => events.push(event),
    onMissed: () => (joined = true),
  });
  await eventually(
    () => joined,
    (yes) => yes,
  );
  return {
    ...service,
    publish,
    settled,
    mails: mailServer.mails,
    /** The mails to an address, the oldest first. */
    mailsTo: (email: string) =>
      mailServer
        .mails()
        .filter(({ to }) => to === email)
        .toReversed(),
    send: () => sender.finish(),
    mailServer,
    /** Somebody whom messages may reach. */
    async person(change: Partial<typeof personRegistered.example> = {}) {
      const { personId = randomUUID() } = change;
      const email = `${personId}@example.org`;
      const data = { ...personRegistered.example, personId, email, ...change };
      await publish(personRegistered.event({ key: personId, subject: personId, time: new Date(), data }));
      await settled();
      return { personId, email };
    },
    /** What questionnaires says about a request that Attune is to send. */
    request(clientId: string, expiresInHours = 96) {
      const requestId = randomUUID();
      const data = {
        ...{ ...requestIssued.example, requestId, clientId, delivery: 'message' as const },
        expiresAt: new Date(Date.now() + noon + expiresInHours * hour).toISOString(),
      };
      const envelope = { key: clientId, subject: requestId, time: new Date() };
      return {
        requestId,
        issued: requestIssued.event({ ...envelope, data }) as EventToAppend,
        byHand: requestIssued.event({ ...envelope, data: { ...data, delivery: 'by-hand' } }) as EventToAppend,
        reminder: requestReminderDue.event({ ...envelope, data: { ...data, reminder: 1 } }) as EventToAppend,
      };
    },
    alert(recipientId: string | null, change: Partial<typeof alertRaised.example> = {}) {
      const [alertId, clientId] = [randomUUID(), randomUUID()];
      return {
        ...alertRaised.example,
        alertId,
        clientId,
        recipientId,
        watcherIds: [],
        signals: [],
        ...change,
      };
    },
    messagesOf: async (personId: string) =>
      (await service.get(`/messages?personId=${personId}`, { as: someone('operations') })).body.items,
    /** What the service has published about somebody, once it has published that. */
    told: (personId: string, type: string) =>
      eventually(
        () => events.filter(({ data }) => data['personId'] === personId || data['clientId'] === personId),
        (all) => all.some((event) => event.type === `attune.notifications.${type}.v1`),
      ),
    async stop() {
      await stopTail();
      await service.stop();
      await mailServer.stop();
    },
  };
}
export type NotificationsService = Awaited<ReturnType<typeof notificationsService>>;
