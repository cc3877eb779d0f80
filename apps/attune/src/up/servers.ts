import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  administrator,
  brokerPrincipal,
  connectAdmin,
  principals,
  provisionAcls,
  provisionDatabase,
  provisionTopics,
  startKafka,
  startPostgres,
  type Broker,
} from '@attune/local';
import { say, step } from '../console/say.ts';
import { couldNot } from '../provision/could-not.ts';
import { portOf, type Settings } from '../settings.ts';
import { existingBroker } from './read-broker.ts';
import { passwordOf, type Secrets } from './secrets.ts';
import type { Supervisor } from './supervisor.ts';

/** The database server and broker that the services will use. */
export interface Servers {
  readonly databaseUrl: string;
  readonly database: string;
  brokerFor(principal: string): Broker;
}

export const databaseName = 'attune';

export async function startServers(
  settings: Settings,
  secrets: Secrets,
  supervisor: Supervisor,
): Promise<Servers> {
  await mkdir(join(settings.home, 'logs'), { recursive: true });
  // Side by side: the database is up long before the broker.
  const [databaseUrl, brokerFor] = await Promise.all([
    startDatabase(settings, secrets, supervisor),
    startBroker(settings, secrets, supervisor),
  ]);
  await step('roles, schemas, topics and access rules are in place', async () => {
    await provisionDatabase({
      adminUrl: databaseUrl,
      database: databaseName,
      passwordOf: (role) => passwordOf(secrets, role),
    }).catch(settings.databaseUrl === undefined ? rethrow : couldNot('PostgreSQL at DATABASE_URL'));
    await prepareBroker(settings, brokerFor(administrator)).catch(
      settings.kafkaBrokers === undefined ? rethrow : couldNot('Kafka at KAFKA_BROKERS'),
    );
  });
  return { databaseUrl, database: databaseName, brokerFor };
}

const rethrow = (error: unknown): never => {
  throw error;
};

/** Who runs a broker of their own decides who may do what there. */
async function prepareBroker(settings: Settings, broker: Broker): Promise<void> {
  const admin = await connectAdmin(broker);
  try {
    await provisionTopics(admin);
    if (settings.kafkaBrokers === undefined) await provisionAcls(admin);
  } finally {
    await admin.disconnect();
  }
}

async function startDatabase(settings: Settings, secrets: Secrets, supervisor: Supervisor): Promise<string> {
  if (settings.databaseUrl !== undefined) {
    say('  · using the PostgreSQL of DATABASE_URL');
    return settings.databaseUrl;
  }
  const port = portOf(settings, 'postgres');
  let url = '';
  await step(`PostgreSQL 18 on port ${port}`, () =>
    supervisor.start({
      name: 'postgres',
      stopSignal: 'SIGINT',
      graceMs: 20_000,
      async start(onSpawn) {
        const postgres = await startPostgres({
          dataDir: join(settings.home, 'postgres'),
          port,
          password: passwordOf(secrets, 'postgres'),
          onSpawn,
          logFile: join(settings.home, 'logs/postgres.log'),
        });
        url = postgres.url;
        return postgres.child;
      },
    }),
  );
  return url;
}

async function startBroker(
  settings: Settings,
  secrets: Secrets,
  supervisor: Supervisor,
): Promise<(principal: string) => Broker> {
  if (settings.kafkaBrokers !== undefined) {
    say('  · using the Kafka of KAFKA_BROKERS');
    return () => existingBroker(settings.kafkaBrokers as string);
  }
  const [port, controllerPort] = [portOf(settings, 'kafka'), portOf(settings, 'kafkaController')];
  const credentials = (username: string) => ({ username, password: passwordOf(secrets, username) });
  await step(`Apache Kafka 4.4 on port ${port}`, () =>
    supervisor.start({
      name: 'kafka',
      graceMs: 30_000,
      async start(onSpawn) {
        const kafka = await startKafka({
          dataDir: join(settings.home, 'kafka'),
          port,
          controllerPort,
          onSpawn,
          broker: credentials(brokerPrincipal),
          superUsers: [administrator],
          users: [administrator, ...principals.map(({ name }) => name)].map(credentials),
          logFile: join(settings.home, 'logs/kafka.log'),
          say: (line) => say(`  · ${line}`),
        });
        return kafka.child;
      },
    }),
  );
  return (principal) => ({ brokers: `127.0.0.1:${port}`, ...credentials(principal) });
}
