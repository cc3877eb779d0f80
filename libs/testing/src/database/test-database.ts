import { randomBytes } from 'node:crypto';
import {
  inDatabase,
  provisionDatabase,
  roleName,
  roleUrl,
  withClient,
  type DatabaseRole,
  type DatabaseService,
} from '@attune/local';
import { runSetting } from '../jest/run-settings.ts';

export interface TestDatabase {
  readonly name: string;
  readonly ownerUrl: string;
  readonly apiUrl: string;
  readonly workerUrl: string;
  /** As superuser, for looking behind the curtain and for breaking things on purpose. */
  readonly adminUrl: string;
  /** The three addresses as a service reads them from its environment. */
  readonly env: Readonly<Record<'DATABASE_OWNER_URL' | 'DATABASE_API_URL' | 'DATABASE_WORKER_URL', string>>;
  /** Runs one statement as superuser. */
  query<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** A fresh database with the service's schema and its three roles, for one suite. */
export async function testDatabase(service: DatabaseService): Promise<TestDatabase> {
  const server = runSetting('ATTUNE_TEST_DATABASE_URL');
  const database = `test_${service}_${randomBytes(6).toString('hex')}`;
  const password = 'test';
  await provisionDatabase({ adminUrl: server, database, passwordOf: () => password, services: [service] });
  const url = (role: DatabaseRole) => roleUrl(server, database, roleName(service, role), password);
  const [ownerUrl, apiUrl, workerUrl] = [url('owner'), url('api'), url('worker')];
  const adminUrl = inDatabase(server, database);
  return {
    name: database,
    ownerUrl,
    apiUrl,
    workerUrl,
    adminUrl,
    env: { DATABASE_OWNER_URL: ownerUrl, DATABASE_API_URL: apiUrl, DATABASE_WORKER_URL: workerUrl },
    query: (sql, params = []) =>
      withClient(adminUrl, async (client) => {
        await client.query(`SET search_path = ${client.escapeIdentifier(service)}, public`);
        return (await client.query(sql, [...params])).rows;
      }),
    drop: () =>
      withClient(server, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(database)} WITH (FORCE)`);
      }),
  };
}
