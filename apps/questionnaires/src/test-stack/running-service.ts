import { randomUUID } from 'node:crypto';
import { createService, readConfig, type Role } from '@attune/platform';
import { testDatabase, testIssuer } from '@attune/testing';
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
  readonly body?: object;
}

/**
 * The whole service on a database of its own. Its broker is not connected, so what it publishes stays in the outbox
 * for tests to read; `follow-people.int.spec.ts` runs it with a broker.
 */
export async function runningService(clock?: string) {
  const [database, issuer] = await Promise.all([testDatabase('questionnaires'), testIssuer()]);
  const config = readConfig({ ...database.env, ...issuer.env, ...(clock && { CLOCK_FILE: clock }) });
  const app = await createService({ name: 'questionnaires', module: QuestionnairesModule }, config);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();

  const call = async (method: 'GET' | 'POST', path: string, { as, link, key, body }: Call) => {
    const answer = await app.inject({
      method,
      url: `/api/questionnaires${path}`,
      headers: {
        ...(as &&
          (await issuer.authorization({
            person: as.person,
            roles: [as.role, ...(as.also ? [as.also] : [])],
          }))),
        ...(link !== undefined && { 'attune-link': link }),
        ...(key !== undefined && { 'idempotency-key': key }),
      },
      ...(body && { payload: body }),
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  const get = (path: string, how: Call = {}) => call('GET', path, how);
  const post = (path: string, how: Call = {}) => call('POST', path, how);

  return {
    database,
    get,
    post,
    /** A client in treatment with a therapist, under a supervisor. */
    async treated() {
      const [client, therapist, supervisor] = [randomUUID(), randomUUID(), randomUUID()];
      await database.query(`INSERT INTO client VALUES ($1, 'de')`, [client]);
      await database.query(
        `INSERT INTO care_relationship VALUES (gen_random_uuid(), $1, $2, 'primary', '2020-01-01', NULL),
           (gen_random_uuid(), $1, $3, 'supervisor', '2020-01-01', NULL)`,
        [client, therapist, supervisor],
      );
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
    /** What was published about a client, in order. */
    events: (clientId: string) =>
      database.query<{ topic: string; type: string; data: string }>(
        'SELECT topic, type, data FROM outbox WHERE key = $1 ORDER BY id',
        [clientId],
      ),
    audited: (person: string) =>
      database.query<{ action: string; client_ids: string[]; subject: string | null }>(
        'SELECT action, client_ids, subject FROM audit_entry WHERE person_id = $1 ORDER BY entry_id',
        [person],
      ),
    async stop() {
      await app.close();
      await Promise.all([database.drop(), issuer.close()]);
    },
  };
}

export type RunningService = Awaited<ReturnType<typeof runningService>>;

export const alliance = 'https://attune.example/instruments/attune-alliance-check-in';
export const phq9 = 'https://attune.example/instruments/phq-9';
export const someone = (role: Role) => ({ person: randomUUID(), role });
/** Answers to every item of the alliance check-in. */
export const allianceAnswers = (value: number | null = 4) =>
  ['goals', 'tasks', 'bond'].flatMap((part) =>
    [1, 2, 3, 4].map((number) => ({ linkId: `${part}-${number}`, value })),
  );
