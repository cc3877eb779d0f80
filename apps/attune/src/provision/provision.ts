import {
  connectAdmin,
  LocalError,
  principals,
  provisionAcls,
  provisionDatabase,
  provisionTopics,
  upsertScramUsers,
} from '@attune/local';
import { step } from '../console/say.ts';
import { couldNot } from './could-not.ts';

/**
 * Prepares servers that somebody else runs. Safe to run again: what is there stays, passwords are set anew.
 * @throws LocalError that names what the environment lacks, or which server could not be prepared and why
 */
export async function provision(env: NodeJS.ProcessEnv): Promise<void> {
  const { DATABASE_URL: adminUrl, KAFKA_BROKERS: brokers } = env;
  if (!adminUrl || !brokers) throw new LocalError('Set DATABASE_URL and KAFKA_BROKERS: see --help.');
  const users = principals.map(({ name }) => ({ username: name, password: passwordOf(env, name) }));
  const database = env['DATABASE_NAME'] || 'attune';
  await step('database roles and schemas', () =>
    provisionDatabase({ adminUrl, database, passwordOf: (role) => passwordOf(env, role) }).catch(
      couldNot('PostgreSQL at DATABASE_URL'),
    ),
  );
  await provisionBroker(env, brokers, users).catch(couldNot('Kafka at KAFKA_BROKERS'));
}

async function provisionBroker(
  env: NodeJS.ProcessEnv,
  brokers: string,
  users: readonly { username: string; password: string }[],
): Promise<void> {
  const { KAFKA_USERNAME: username, KAFKA_PASSWORD: password, KAFKA_SSL: ssl } = env;
  const broker = { brokers, username, password, ssl: ssl === 'true' };
  const prefix = env['TOPIC_PREFIX'] ?? '';
  const admin = await connectAdmin(broker);
  try {
    await step('Kafka users', () => upsertScramUsers(broker, users));
    await step('topics', () => provisionTopics(admin, { prefix }));
    await step('access rules', () => provisionAcls(admin, { prefix }));
  } finally {
    await admin.disconnect();
  }
}

/** `SCORING_WORKER_PASSWORD` for scoring_worker, and `SERVICE_PASSWORD` where there is none. */
export function passwordOf(env: NodeJS.ProcessEnv, name: string): string {
  const own = `${name.toUpperCase().replaceAll('-', '_')}_PASSWORD`;
  const password = env[own] || env['SERVICE_PASSWORD'];
  if (!password) throw new LocalError(`Set ${own}, or SERVICE_PASSWORD for all.`);
  return password;
}
