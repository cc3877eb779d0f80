import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connectAdmin, freePort, inDatabase, provisionDatabase, provisionTopics } from '@attune/local';
import { roleName, roleUrl, startChild, withClient } from '@attune/local';
import kafkajs from 'kafkajs';
import { until } from '../../src/platform/api.ts';
import { secretsOf } from '../../src/platform/forge.ts';
import type { AttachedPlatform } from '../running-platform.ts';

const database = 'attune_bench_caseload';
const prefix = 'bench-caseload.';
const repository = fileURLToPath(new URL('../../../..', import.meta.url));

/** The caseload's own process with a database and topics to itself, on the platform's servers and with its sign-in. */
export interface CaseloadApart {
  readonly origin: string;
  /** As superuser. */
  readonly databaseUrl: string;
  readonly kafka: kafkajs.Kafka;
  topic(name: string): string;
  stop(): Promise<void>;
}

export async function startApart(platform: AttachedPlatform): Promise<CaseloadApart> {
  const { passwords } = secretsOf(platform.home);
  const adminUrl = platform.databaseUrl;
  const { brokers, sasl } = platform.broker;
  const broker = { brokers: brokers.join(','), username: sasl?.username, password: sasl?.password };
  const drop = () =>
    withClient(adminUrl, async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    });
  const dropTopics = async () => {
    const admin = await connectAdmin(broker);
    const left = (await admin.listTopics()).filter((name) => name.startsWith(prefix));
    if (left.length > 0) await admin.deleteTopics({ topics: left });
    await admin.disconnect();
  };
  // What a killed run has left.
  await Promise.all([drop(), dropTopics()]);
  // Roles belong to the server: they keep the platform's passwords.
  await provisionDatabase({
    ...{ adminUrl, database, services: ['caseload'] },
    passwordOf: (role) => passwords[role] ?? '',
  });
  const admin = await connectAdmin(broker);
  await provisionTopics(admin, { prefix });
  await admin.disconnect();

  const port = await freePort();
  const url = (role: 'owner' | 'api' | 'worker') => {
    const login = roleName('caseload', role);
    return roleUrl(adminUrl, database, login, passwords[login] ?? '');
  };
  const child = await startChild({
    command: process.execPath,
    args: ['--max-semi-space-size=8', '--enable-source-maps', join(repository, 'apps/caseload/dist/main.js')],
    cwd: repository,
    logFile: join(platform.home, 'logs/bench-caseload.log'),
    env: {
      ...{ PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: platform.origin },
      ...{ OIDC_ISSUER: `${platform.origin}/identity`, OIDC_AUDIENCE: 'attune-api' },
      OIDC_JWKS_URL: `${platform.origin}/identity/jwks`,
      ...{
        DATABASE_OWNER_URL: url('owner'),
        DATABASE_API_URL: url('api'),
        DATABASE_WORKER_URL: url('worker'),
      },
      ...{ KAFKA_BROKERS: broker.brokers, TOPIC_PREFIX: prefix },
      ...(sasl && { KAFKA_USERNAME: sasl.username, KAFKA_PASSWORD: sasl.password }),
    },
  });
  const origin = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await child.stop();
    await Promise.all([drop(), dropTopics()]);
  };
  const ready = () =>
    fetch(`${origin}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  try {
    await until(ready, 60_000);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    ...{ origin, stop, databaseUrl: inDatabase(adminUrl, database) },
    topic: (name) => prefix + name,
    kafka: new kafkajs.Kafka({ ...platform.broker, logLevel: kafkajs.logLevel.NOTHING }),
  };
}
