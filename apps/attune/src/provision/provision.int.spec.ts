import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  administrator,
  connectAdmin,
  databaseServices,
  inDatabase,
  roleName,
  roleUrl,
  topics,
  withClient,
} from '@attune/local';
import { provision } from './provision.ts';

const server = process.env['ATTUNE_TEST_DATABASE_URL'] ?? '';
const brokers = process.env['ATTUNE_TEST_KAFKA_BROKERS'] ?? '';
const database = `test_provision_${randomBytes(5).toString('hex')}`;
const prefix = `v${randomBytes(5).toString('hex')}.`;
// Roles and users belong to the whole server: the run's other suites sign in with this same password.
const password = 'test';
const env = {
  DATABASE_URL: server,
  DATABASE_NAME: database,
  KAFKA_BROKERS: brokers,
  KAFKA_USERNAME: administrator,
  KAFKA_PASSWORD: password,
  SERVICE_PASSWORD: password,
  TOPIC_PREFIX: prefix,
};

const as = <Row>(role: string, sql: string, secret = password) =>
  withClient(
    roleUrl(server, database, role, secret),
    async (client) => (await client.query(sql)).rows as Row[],
  );
const topicsSeenBy = async (username: string, secret = password) => {
  const admin = await connectAdmin({ brokers, username, password: secret }, { retries: 0 });
  const seen = await admin.listTopics();
  await admin.disconnect();
  return seen.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
};

beforeAll(() => provision(env), 60_000);
afterAll(async () => {
  await withClient(inDatabase(server, 'postgres'), (client) =>
    client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`),
  );
  const admin = await connectAdmin({ brokers, username: administrator, password });
  await admin.deleteTopics({ topics: topics.map(({ name }) => prefix + name) });
  await admin.disconnect();
});

describe('the database', () => {
  test.each(databaseServices)(
    'lets the three roles of %s in, and none by another password',
    async (service) => {
      for (const role of ['owner', 'api', 'worker'] as const) {
        const login = roleName(service, role);
        expect(await as(login, 'SELECT current_user::text AS me, current_schema::text AS home')).toEqual([
          { me: login, home: service },
        ]);
        await expect(as(login, 'SELECT 1', 'another')).rejects.toThrow('authentication failed');
      }
    },
  );

  test('gives a schema to its own service and to nobody else', async () => {
    await as('scoring_owner', 'CREATE TABLE scoring.own (id int)');
    const intruder = as('alerting_owner', 'CREATE TABLE scoring.another (id int)');
    await expect(intruder).rejects.toThrow('permission denied for schema scoring');
  });
});

describe('the broker', () => {
  test('has every topic for its administrator', async () => {
    expect((await topicsSeenBy(administrator)).sort()).toEqual(topics.map(({ name }) => name).sort());
  });

  test('shows a service the topics that it may touch, and no others', async () => {
    const seen = await topicsSeenBy('gateway');
    expect(seen).toContain('attune.public.alerts');
    expect(seen).not.toContain('attune.internal.people');
    expect(await topicsSeenBy('scoring')).not.toContain('attune.internal.people');
  });

  test('refuses a service with another password', async () => {
    await expect(topicsSeenBy('caseload', 'another')).rejects.toThrow(/uthentication/);
  });
});

test('a second run finds everything in its place, and keeps what is in it', async () => {
  await as('caseload_owner', 'CREATE TABLE caseload.kept (id int)');
  await provision(env);
  expect(await as('caseload_owner', 'SELECT * FROM caseload.kept')).toEqual([]);
});

describe('a server that is away or refuses is one clear line', () => {
  test.each([
    ['PostgreSQL', { DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/none' }, /ECONNREFUSED/],
    ['Kafka', { KAFKA_PASSWORD: 'another' }, /uthentication/],
    ['Kafka', { KAFKA_BROKERS: '127.0.0.1:1' }, /ECONNREFUSED/],
  ])('%s', async (name, wrong, reason) => {
    const failing = provision({ ...env, ...wrong });
    await expect(failing).rejects.toThrow(new RegExp(`^${name} at [A-Z_]+ could not be prepared: `));
    await expect(failing).rejects.toThrow(reason);
  });
});
