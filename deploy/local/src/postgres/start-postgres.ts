import { execFile } from 'node:child_process';
import { access, chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { startChild, type Child } from '../machine/child.ts';
import { LocalError } from '../machine/local-error.ts';
import { lastLines } from '../machine/log-tail.ts';
import { findBinaries } from './binaries.ts';
import { clearLeftovers } from './leftovers.ts';
import { prepareLaunch, type Launch } from './unprivileged.ts';

export interface PostgresOptions {
  readonly dataDir: string;
  readonly port: number;
  readonly password: string;
  readonly logFile?: string;
  readonly maxConnections?: number;
  readonly onSpawn?: (child: Child) => void;
}

export interface Postgres {
  /** As superuser, database `postgres`. */
  readonly url: string;
  readonly child: Child;
  stop(): Promise<void>;
}

export const superuser = 'attune';

/** Starts the embedded PostgreSQL on 127.0.0.1 and returns when it answers. fsync stays on. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const dataDir = resolve(options.dataDir);
  const logFile = options.logFile ?? join(dirname(dataDir), 'postgres.log');
  const binaries = await findBinaries();
  await mkdir(dataDir, { recursive: true });
  const launch = await prepareLaunch(binaries.postgres, dataDir);
  await initialise(binaries.initdb, dataDir, options.password, launch);
  await clearLeftovers(dataDir);
  const url = `postgres://${superuser}:${encodeURIComponent(options.password)}@127.0.0.1:${options.port}/postgres`;
  const settings = serverSettings(options).flatMap((setting) => ['-c', setting]);
  const [command, ...args] = [...launch.prefix, binaries.postgres, '-D', dataDir, ...settings] as [string];
  // Backends of a killed server hold its shared memory for a moment; a start in that moment ends at once.
  for (let attempt = 1; ; attempt++) {
    const child = await startChild({ command, args, cwd: '/', logFile, ...identityOf(launch) });
    options.onSpawn?.(child);
    if (await answers(url, child)) return { url, child, stop: () => child.stop('SIGINT', 20_000) };
    await child.stop('SIGKILL');
    if (attempt === 5) {
      throw new LocalError(`PostgreSQL did not start: ${await lastLines(logFile)} (${logFile})`);
    }
    await sleep(500 * attempt);
  }
}

const identityOf = ({ uid, gid }: Launch) => (uid === undefined || gid === undefined ? {} : { uid, gid });

function serverSettings(options: PostgresOptions): string[] {
  return [
    `port=${options.port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `max_connections=${options.maxConnections ?? 200}`,
    'jit=off',
    'timezone=UTC',
    // The log must not repeat what people typed: no statement, no "Key (email)=(…) already exists".
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
  ];
}

async function initialise(initdb: string, dataDir: string, password: string, launch: Launch): Promise<void> {
  const finished = join(dataDir, 'attune-initialised');
  if (await exists(finished)) return;
  // An initialisation that was cut off leaves half a cluster, and nothing of anyone's in it.
  await rm(dataDir, { recursive: true, force: true });
  await mkdir(dataDir, { recursive: true });
  await prepareLaunch(initdb, dataDir);
  const passwordFile = `${dataDir}.password`;
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (launch.uid !== undefined) await chmod(passwordFile, 0o644);
  const args = [`--pgdata=${dataDir}`, `--username=${superuser}`, `--pwfile=${passwordFile}`];
  const [command, ...rest] = [...launch.prefix, initdb, ...args] as [string];
  try {
    await promisify(execFile)(
      command,
      [...rest, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8', '--no-instructions'],
      { cwd: '/', ...identityOf(launch) },
    );
    await writeFile(finished, '');
  } catch (error) {
    const reason = (error as { stderr?: string }).stderr ?? String(error);
    const line = reason.split('\n').find((text) => /error|could not|fatal/i.test(text)) ?? reason.trim();
    throw new LocalError(`PostgreSQL could not be initialised in ${dataDir}: ${line}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

async function answers(url: string, child: Child): Promise<boolean> {
  for (let end = Date.now() + 60_000; Date.now() < end; await sleep(25)) {
    if (child.ending()) return false;
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('SELECT 1');
      return true;
    } catch {
      // Not yet: it recovers, or does not listen so far.
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return false;
}
