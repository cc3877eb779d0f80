import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { forge, secretsOf, type Claims } from '../src/platform/forge.ts';

/** The platform that runs already, and the way to its servers: the floor and the naive pipeline share them. */
export interface AttachedPlatform {
  readonly origin: string;
  readonly home: string;
  readonly databaseUrl: string;
  readonly broker: {
    readonly brokers: string[];
    readonly sasl?: { mechanism: 'scram-sha-512'; username: string; password: string };
  };
  token(claims: Claims): Promise<string>;
}

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const administrator = 'attune-admin';
// Places above the base port, as the developer's guide lists them.
const [postgresAbove, kafkaAbove] = [10, 11];

export function attach(env: NodeJS.ProcessEnv = process.env): AttachedPlatform {
  const port = Number(env.PORT || 8080);
  const home = resolve(env.ATTUNE_HOME || join(repository, '.attune'));
  const origin = `http://localhost:${port}`;
  const { passwords } = secretsOf(home);
  const own = `postgres://attune:${passwords.postgres}@127.0.0.1:${port + postgresAbove}/attune`;
  const sasl = {
    mechanism: 'scram-sha-512' as const,
    username: administrator,
    password: passwords[administrator] ?? '',
  };
  return {
    origin,
    home,
    databaseUrl: env.DATABASE_URL || own,
    broker: env.KAFKA_BROKERS
      ? { brokers: env.KAFKA_BROKERS.split(',') }
      : { brokers: [`127.0.0.1:${port + kafkaAbove}`], sasl },
    token: (claims) => forge({ home, origin }, claims),
  };
}
