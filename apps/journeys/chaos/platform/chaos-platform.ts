import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { administrator, demoStaff, inDatabase, kafkaConfig, withClient, type DemoRole } from '@attune/local';
import kafkajs, { type Kafka } from 'kafkajs';
import { secretsOf } from '../../src/platform/forge.ts';
import { type RunningPlatform, startPlatform } from '../../src/platform/running-platform.ts';

export type PartName =
  'postgres' | 'kafka' | 'scheduling' | 'questionnaires' | 'scoring' | 'alerting' | 'caseload' | 'gateway';

/** A platform of the run's own, with what only somebody at the machine has: processes, and the servers' passwords. */
export interface ChaosPlatform extends RunningPlatform {
  /** A token of the first demo person in this role. */
  tokenOf(role: DemoRole): Promise<string>;
  signal(part: PartName, signal: NodeJS.Signals): Promise<void>;
  /** A client of the broker under this principal; the administrator may do everything. */
  kafkaAs(principal?: string): Kafka;
  readonly databaseUrl: string;
  sql<Row>(text: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

// Places above the base port, as the developer's guide lists them.
const [postgresAbove, kafkaAbove] = [10, 11];

/** Starts one with an empty clinic. `mutation` switches one of messaging's guarantees off. */
export async function startChaosPlatform(port: number, mutation?: string): Promise<ChaosPlatform> {
  const platform = await startPlatform(port, {
    flags: ['--no-seed'],
    env: {
      // Never those of somebody who works here: this run breaks its servers.
      ...{ DATABASE_URL: '', KAFKA_BROKERS: '' },
      ...(mutation === undefined ? {} : { ATTUNE_CHAOS: '1', ATTUNE_MUTATION: mutation }),
    },
  });
  const { passwords } = secretsOf(platform.home);
  const databaseUrl = inDatabase(
    `postgres://attune:${encodeURIComponent(passwords['postgres'] ?? '')}@127.0.0.1:${port + postgresAbove}/postgres`,
    'attune',
  );
  return {
    ...platform,
    databaseUrl,
    tokenOf(role) {
      const person = demoStaff.find(({ roles }) => roles.includes(role))?.personId ?? '';
      return platform.forge({ person, roles: [role] });
    },
    async signal(part, signal) {
      process.kill(await pidOf(platform.home, part), signal);
    },
    kafkaAs(username = administrator) {
      const brokers = `127.0.0.1:${port + kafkaAbove}`;
      return new kafkajs.Kafka({
        ...kafkaConfig({ brokers, username, password: passwords[username] }),
        retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 30 },
      });
    },
    sql: <Row>(text: string, parameters: readonly unknown[] = []) =>
      withClient(databaseUrl, async (client) => (await client.query(text, [...parameters])).rows as Row[]),
  };
}

/** As the supervisor wrote it down; a part that is just being started again has a new one in a moment. */
async function pidOf(home: string, part: PartName): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const text = await readFile(join(home, 'run.json'), 'utf8').catch(() => '{"parts":[]}');
    const { parts } = JSON.parse(text) as { parts: { name: string; pid: number }[] };
    const found = parts.find(({ name }) => name === part);
    if (found && isAlive(found.pid)) return found.pid;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${part} does not run`);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
