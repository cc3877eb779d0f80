import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { LocalError } from '@attune/local';
import { ensureSecrets } from './secrets.ts';
import { startServers } from './servers.ts';
import { Supervisor } from './supervisor.ts';

const database = process.env['ATTUNE_TEST_DATABASE_URL'] ?? '';
const wrongPassword = database.replace(/:[^:@]+@/, ':another@');

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'attune-home-'));
});
afterEach(() => rm(home, { recursive: true }));

/** As `up` would with DATABASE_URL and KAFKA_BROKERS set; nothing of its own is started. */
async function failure(databaseUrl: string, kafkaBrokers: string): Promise<unknown> {
  const secrets = await ensureSecrets(home, []);
  const settings = {
    repository: '/',
    home,
    port: 1,
    publicUrl: 'http://localhost:1',
    databaseUrl,
    kafkaBrokers,
    catchesMail: true,
  };
  return startServers(
    settings,
    secrets,
    new Supervisor(
      () => Promise.resolve(),
      () => undefined,
    ),
  ).catch((error: unknown) => error);
}

test.each([
  [
    'away',
    'postgres://a:b@127.0.0.1:1/x',
    /^PostgreSQL at DATABASE_URL could not be prepared: .*ECONNREFUSED/,
  ],
  ['of another password', wrongPassword, /^PostgreSQL at DATABASE_URL could not be prepared: password auth/],
])('an existing PostgreSQL that is %s is one line', async (_what, url, line) => {
  const error = await failure(url, '127.0.0.1:1');
  expect(error).toBeInstanceOf(LocalError);
  expect((error as Error).message).toMatch(line);
});
