import pg from 'pg';
import { databaseServices, rebuildableServices, type DatabaseService } from '../topology.ts';

export type DatabaseRole = 'owner' | 'api' | 'worker';
const roles: readonly DatabaseRole[] = ['owner', 'api', 'worker'];

export interface DatabasePlan {
  /** A role that may create roles, databases and extensions. */
  readonly adminUrl: string;
  readonly database: string;
  readonly passwordOf: (role: string) => string;
  readonly services?: readonly DatabaseService[];
}

/** Where a copy is built anew, out of everybody's sight. */
export const rebuildSchema = (service: string) => `${service}_rebuild`;

export const roleName = (service: string, role: DatabaseRole) => `${service}_${role}`;

/** Creates database, roles, schemas and extension where they are missing; safe to run again at each start. */
export async function provisionDatabase(plan: DatabasePlan): Promise<void> {
  const services = plan.services ?? databaseServices;
  await withClient(plan.adminUrl, async (client) => {
    // One at a time: roles belong to the whole server, and two writers of one role disturb each other.
    await client.query('SELECT pg_advisory_lock(3155901)');
    const { rows } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [plan.database]);
    if (rows.length === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(plan.database)}`);
    for (const service of services) await createRoles(client, service, plan);
    await createSchemas(plan, services);
  });
}

async function createSchemas(plan: DatabasePlan, services: readonly DatabaseService[]): Promise<void> {
  await withClient(inDatabase(plan.adminUrl, plan.database), async (client) => {
    await client.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    await client.query('REVOKE ALL ON SCHEMA public FROM PUBLIC; GRANT USAGE ON SCHEMA public TO PUBLIC');
    await client.query(
      `REVOKE CONNECT, TEMPORARY ON DATABASE ${client.escapeIdentifier(plan.database)} FROM PUBLIC`,
    );
    for (const service of services) await createSchema(client, service, plan.database);
  });
}

async function createRoles(client: pg.Client, service: string, plan: DatabasePlan): Promise<void> {
  for (const role of roles) {
    const name = roleName(service, role);
    const { rows } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
    const verb = rows.length === 0 ? 'CREATE' : 'ALTER';
    await client.query(
      `${verb} ROLE ${client.escapeIdentifier(name)} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${client.escapeLiteral(plan.passwordOf(name))}`,
    );
  }
}

async function createSchema(client: pg.Client, service: string, database: string): Promise<void> {
  const schema = client.escapeIdentifier(service);
  const name = (role: DatabaseRole) => client.escapeIdentifier(roleName(service, role));
  // An administrator that is no superuser may only give the schema to a role that it belongs to.
  await client.query(`GRANT ${name('owner')} TO CURRENT_USER`);
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema} AUTHORIZATION ${name('owner')}`);
  await client.query(`GRANT USAGE ON SCHEMA ${schema} TO ${name('api')}, ${name('worker')}`);
  if (rebuildableServices.includes(service)) {
    const beside = client.escapeIdentifier(rebuildSchema(service));
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${beside} AUTHORIZATION ${name('owner')}`);
    await client.query(`GRANT USAGE ON SCHEMA ${beside} TO ${name('worker')}`);
  }
  for (const role of roles) {
    const target = `${name(role)} IN DATABASE ${client.escapeIdentifier(database)}`;
    await client.query(`ALTER ROLE ${target} SET search_path = ${schema}, public`);
    await client.query(`GRANT CONNECT ON DATABASE ${client.escapeIdentifier(database)} TO ${name(role)}`);
  }
}

/** The same server and user, another database. */
export function inDatabase(url: string, database: string): string {
  const result = new URL(url);
  result.pathname = `/${database}`;
  return result.href;
}

/** The address under which one role of one service reaches the database. */
export function roleUrl(url: string, database: string, role: string, password: string): string {
  const result = new URL(inDatabase(url, database));
  result.username = role;
  result.password = encodeURIComponent(password);
  return result.href;
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
