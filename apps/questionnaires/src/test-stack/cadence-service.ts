import { randomUUID } from 'node:crypto';
import {
  type requestIssued,
  sessionCancelled,
  sessionCompleted,
  sessionMissed,
  type EventToAppend,
} from '@attune/contracts';
import { append, tailTopics, type TailedEvent } from '@attune/messaging';
import { SERVICE_CONFIG, type Role } from '@attune/platform';
import { careOf, eventually, inDays, personOf, startService, type StartedService } from '@attune/testing';
import type { z } from 'zod';
import type { PolicyGiven } from '../features/keep-policies/policy.schema.ts';
import { QuestionnairesModule } from '../questionnaires.module.ts';
import { alliance } from './running-service.ts';

const of = (clientId: string, sessionId: string) => ({ key: clientId, subject: sessionId, time: new Date() });

/** What an event about a request says; times as strings. */
type Told = z.infer<typeof requestIssued.schema> & {
  readonly what: string;
  readonly reminder?: number;
  readonly reached?: boolean;
};

/** What scheduling says about a session that ends now, or so many hours ago. */
export function sessionOf(
  clientId: string,
  { hoursAgo = 0, ...more }: { hoursAgo?: number; type?: string } = {},
) {
  const sessionId = randomUUID();
  const at = new Date(Date.now() - hoursAgo * 3_600_000).toISOString();
  const startsAt = new Date(Date.parse(at) - 3_000_000).toISOString();
  const data = {
    sessionId,
    clientId,
    therapistId: randomUUID(),
    startsAt,
    endsAt: at,
    zone: 'Europe/Berlin',
  };
  const session = { ...data, type: 'individual', ...more };
  const envelope = of(clientId, sessionId);
  return {
    sessionId,
    completed: (when: object = {}): EventToAppend =>
      sessionCompleted.event({ ...envelope, data: { ...session, completedAt: at, ...when } }),
    cancelled: sessionCancelled.event({
      ...envelope,
      data: { ...session, cancelledAt: at },
    }) as EventToAppend,
    missed: sessionMissed.event({ ...envelope, data: { ...session, missedAt: at } }) as EventToAppend,
  };
}

/** The whole service with a broker; its own outbox stands in for scheduling's. */
export async function cadenceService() {
  const service = await startService({ name: 'questionnaires', module: QuestionnairesModule, broker: true });
  const heard = new Map<string, TailedEvent[]>();
  const stopTail = await tail(service, heard);
  const someone = (role: Role) => ({ person: randomUUID(), roles: [role] });
  const lead = someone('clinic-lead');
  const publish = (...events: readonly EventToAppend[]) => service.db.asWorker((tx) => append(tx, ...events));
  /** Until what was published here in place of others has taken effect. */
  const settled = () =>
    service.settled(
      ...['requests', 'instruments', 'responses'].map((name) => `attune.public.${name}`),
      'attune.internal.answers',
    );
  return {
    ...service,
    someone,
    publish,
    settled,
    /** Published, and taken in. */
    async happen(...events: readonly EventToAppend[]) {
      await publish(...events);
      await settled();
    },
    /** A client in care of a therapist since a while ago. */
    async inCare({ from = inDays(-10), to = null }: { from?: string; to?: string | null } = {}) {
      const [client, therapist] = [randomUUID(), randomUUID()];
      const care = careOf(client, { staffId: therapist, from, to });
      await publish(personOf(client, 'Sample Person').registered, care.begins);
      await settled();
      return { client, therapist, care };
    },
    policy: (code: string, more: Partial<PolicyGiven> = {}) => {
      const given = { code, title: code, instrument: { url: alliance }, ...more };
      return service.post('/policies', { as: lead, body: given });
    },
    /** Switches off what ships, so that a test sees its own policies alone. */
    async quiet() {
      const { body } = await service.get('/policies?limit=100', { as: lead });
      for (const { code, version: _v, changedAt: _c, ...given } of body.items) {
        await service.put(`/policies/${code}`, { as: lead, match: '*', body: { ...given, active: false } });
      }
    },
    /** What was said about the client's requests, in order: all of it, as it has left the broker. */
    told: async (client: string): Promise<Told[]> => {
      const all = () => service.database.query<{ last: string }>(numbered, [client]);
      const complete = async () => Number((await all())[0]?.last ?? 0) === (heard.get(client)?.length ?? 0);
      await eventually(complete, (is) => is);
      return (heard.get(client) ?? []).map(({ type, data }) => ({
        what: type.split('.')[2]!,
        ...(data as unknown as Omit<Told, 'what'>),
      }));
    },
    async stop() {
      await stopTail();
      await service.stop();
    },
    requests: async (client: string) =>
      (await service.get(`/requests?clientId=${client}`, { as: someone('operations') })).body.items,
  };
}

const numbered = `SELECT last FROM outbox_key WHERE topic = 'attune.public.requests' AND key = $1`;

/** Listens to what the service says about requests, from now on. */
async function tail(service: StartedService, heard: Map<string, TailedEvent[]>) {
  let listening = false;
  const stop = tailTopics({
    config: service.app.get(SERVICE_CONFIG, { strict: false }),
    service: 'questionnaires',
    topics: ['attune.public.requests'],
    onEvent: (event) => {
      const client = String(event.data.clientId);
      const before = heard.get(client) ?? [];
      if (before.every(({ sequence }) => sequence !== event.sequence)) heard.set(client, [...before, event]);
    },
    onMissed: () => {
      listening = true;
    },
  });
  await eventually(
    () => listening,
    (is) => is,
  );
  return stop;
}

export type CadenceService = Awaited<ReturnType<typeof cadenceService>>;
