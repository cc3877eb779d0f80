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
import { existingBroker } from '../up/read-broker.ts';

const database = 'attune';

/**
 * Prepares servers that somebody else runs. Safe to run again: what is there stays, passwords are set anew.
 * @throws LocalError that names what the environment lacks
 */
export async function provision(env: NodeJS.ProcessEnv): Promise<void> {
  const { DATABASE_URL: adminUrl, KAFKA_BROKERS: brokers } = env;
  if (!adminUrl || !brokers) throw new LocalError('Set DATABASE_URL and KAFKA_BROKERS: see --help.');
  const users = principals.map(({ name }) => ({ username: name, password: passwordOf(env, name) }));
  await step('database roles and schemas', () =>
    provisionDatabase({ adminUrl, database, passwordOf: (role) => passwordOf(env, role) }),
  );
  const broker = existingBroker(brokers);
  await step('Kafka users', () => upsertScramUsers(broker, users));
  const admin = await connectAdmin(broker);
  try {
    await step('topics', () => provisionTopics(admin));
    await step('access rules', () => provisionAcls(admin));
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
