import { randomUUID } from 'node:crypto';
import type { Role } from '@attune/platform';
import { startService } from '@attune/testing';
import { QuestionnairesModule } from '../questionnaires.module.ts';

export interface Caller {
  readonly person: string;
  readonly role: Role;
  readonly also?: Role;
}

interface Call {
  readonly as?: Caller;
  readonly link?: string;
  readonly key?: string;
  readonly match?: number | string;
  readonly body?: object;
}

/**
 * The whole service. Its broker is not connected, so what it publishes stays in the outbox for tests to read;
 * `follow-people.int.spec.ts` runs it with a broker.
 */
export async function runningService() {
  const service = await startService({ name: 'questionnaires', module: QuestionnairesModule });
  const get = (path: string, how: Call = {}) => service.get(path, toCall(how));
  const post = (path: string, how: Call = {}) => service.post(path, toCall(how));
  const put = (path: string, how: Call = {}) => service.put(path, toCall(how));
  return {
    ...service,
    get,
    post,
    put,
    events: service.published,
    /** A client in treatment with a therapist, under a supervisor. */
    async treated() {
      const [client, therapist, supervisor] = [randomUUID(), randomUUID(), randomUUID()];
      await service.database.query(`INSERT INTO client VALUES ($1, 'de')`, [client]);
      await service.care(client, therapist, 'primary');
      await service.care(client, supervisor, 'supervisor');
      return {
        client,
        therapist: { person: therapist, role: 'therapist' as const },
        supervisor: { person: supervisor, role: 'supervisor' as const },
      };
    },
    /** Asks the client and gives the token of the link. */
    async ask(as: Caller, clientId: string, instrument = alliance) {
      const { body } = await post('/requests', { as, body: { clientId, instrument: { url: instrument } } });
      return { requestId: body.requestId as string, link: String(body.link).split('#')[1] as string };
    },
  };
}

export type RunningService = Awaited<ReturnType<typeof runningService>>;

const toCall = ({ as, link, ...how }: Call) => ({
  ...how,
  ...(as && { as: { person: as.person, roles: [as.role, ...(as.also ? [as.also] : [])] } }),
  ...(link !== undefined && { headers: { 'attune-link': link } }),
});

export const alliance = 'https://attune.example/instruments/attune-alliance-check-in';
export const phq9 = 'https://attune.example/instruments/phq-9';
export const someone = (role: Role) => ({ person: randomUUID(), role });
/** Answers to every item of the alliance check-in. */
export const allianceAnswers = (value: number | null = 4) =>
  ['goals', 'tasks', 'bond'].flatMap((part) =>
    [1, 2, 3, 4].map((number) => ({ linkId: `${part}-${number}`, value })),
  );
