import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Clock, createService, Database, readConfig, type Role } from '@attune/platform';
import type { Type } from '@nestjs/common';
import { testIssuer } from '../access/test-issuer.ts';
import { testDatabase } from '../database/test-database.ts';
import { eventually } from '../eventually.ts';
import { runSetting } from '../jest/run-settings.ts';
import { testKafka } from '../kafka/test-kafka.ts';

export interface Caller {
  readonly person: string;
  readonly roles: readonly Role[];
}

export interface Call {
  readonly as?: Caller;
  readonly body?: object;
  /** `Idempotency-Key`. */
  readonly key?: string;
  /** `If-Match`: a version, or a header as it is. */
  readonly match?: number | string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ServiceToStart {
  readonly name: Parameters<typeof testDatabase>[0];
  readonly module: Type;
  /** Whether it takes in events. Without a broker, what the service publishes stays in its outbox to be read. */
  readonly broker?: boolean;
}

/** A whole service, or a part of one, on a database, an issuer and topics of its own, with a clock to be moved. */
export async function startService({ name, module, broker = false }: ServiceToStart) {
  const [database, issuer, kafka] = await Promise.all([
    testDatabase(name),
    testIssuer(),
    broker ? testKafka() : null,
  ]);
  const clock = join(runSetting('ATTUNE_TEST_FOLDER'), `${database.name}.clock.json`);
  const env = { ...database.env, ...issuer.env, ...kafka?.env, CLOCK_FILE: clock };
  const config = readConfig(env);
  const app = await createService({ name, module }, config);
  if (kafka) await app.startAllMicroservices();
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const instances = [app];

  const call = async (method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, how: Call = {}) => {
    const answer = await app.inject({
      ...{ method, url: `/api/${name}${path}` },
      headers: { ...(how.as && (await issuer.authorization(how.as))), ...headersOf(how) },
      ...(how.body && { payload: how.body }),
    });
    const { statusCode: status, headers } = answer;
    // Some answers have no body.
    return { status, headers, body: answer.body === '' ? undefined : answer.json() };
  };
  return {
    ...{ app, database, issuer, kafka },
    db: app.get(Database, { strict: false }),
    get: (path: string, how?: Call) => call('GET', path, how),
    post: (path: string, how?: Call) => call('POST', path, how),
    put: (path: string, how?: Call) => call('PUT', path, how),
    patch: (path: string, how?: Call) => call('PATCH', path, how),
    /**
     * One more instance of the service, which shares its work.
     * @returns what ends it before the service is stopped
     */
    async another(): Promise<() => Promise<void>> {
      const more = await createService({ name, module }, config);
      instances.push(more);
      await more.startAllMicroservices();
      await more.init();
      return async () => {
        instances.splice(instances.indexOf(more), 1);
        await more.close();
      };
    },
    /** Moves the platform's clock to so far from real time, and waits until the service has seen it. */
    async moveClock(offsetMs: number): Promise<void> {
      await writeFile(clock, JSON.stringify({ offsetMs }));
      const moved = () => app.get(Clock, { strict: false }).now().getTime() - Date.now();
      await eventually(moved, (by) => Math.abs(by - offsetMs) < 1_000);
    },
    /** What was published under a key, in order. */
    published: (key: string) =>
      database.query<{ topic: string; type: string; data: string }>(
        'SELECT topic, type, data FROM outbox WHERE key = $1 ORDER BY id',
        [key],
      ),
    /**
     * Waits until the service has taken in, or parked, all that its own outbox has published in place of others.
     * @param except topics that the service publishes and does not read
     */
    settled: (...except: string[]) =>
      eventually(
        () => database.query(behind, [except]),
        (rows) => rows.length === 0,
      ),
    audited: (person: string) =>
      database.query<{ action: string; client_ids: string[]; subject: string | null }>(
        'SELECT action, client_ids, subject FROM audit_entry WHERE person_id = $1 ORDER BY entry_id',
        [person],
      ),
    /** Tells a service that keeps a copy, behind the events' back, who cares for a client. */
    care: (client: string, staff: string, kind: string, to: string | null = null, from = '2020-01-01') =>
      database.query(`INSERT INTO care_relationship VALUES (gen_random_uuid(), $1, $2, $3, $4, $5)`, [
        ...[client, staff, kind, from, to],
      ]),
    /** As if an event about the client's care could not be taken in. */
    parkCare: (client: string) =>
      database.query(
        `INSERT INTO parked_event (dead_letter_id, consumer, topic, key, sequence, headers, kind, reason, parked_at)
         VALUES (gen_random_uuid(), $1, 'attune.public.care-relationships', $2, 9, '{}', 'poison', 'test', now())`,
        [name, client],
      ),
    async stop() {
      await Promise.all(instances.map((each) => each.close()));
      await Promise.all([database.drop(), issuer.close(), kafka?.close()]);
    },
  };
}

const behind = `SELECT topic, key FROM outbox_key LEFT JOIN inbox USING (topic, key)
  WHERE topic <> ALL ($1) AND topic <> 'attune.internal.dead-letters' AND NOT coalesce(inbox.parked, false)
    AND coalesce(inbox.last, 0) < outbox_key.last`;

export type StartedService = Awaited<ReturnType<typeof startService>>;

const headersOf = ({ key, match, headers }: Call): Record<string, string> => ({
  ...(key !== undefined && { 'idempotency-key': key }),
  ...(match !== undefined && { 'if-match': typeof match === 'number' ? `"${match}"` : match }),
  ...headers,
});
