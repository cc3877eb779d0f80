import { execFile } from 'node:child_process';
import { chown } from 'node:fs/promises';
import { promisify } from 'node:util';
import { LocalError } from '../machine/local-error.ts';

const run = promisify(execFile);

/** How to start a PostgreSQL program: itself when we are an ordinary user, as `postgres` when we are root. */
export interface Launch {
  readonly prefix: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root. Finds (or creates) the user `postgres` and hands it the folder. */
export async function prepareLaunch(binary: string, folder: string): Promise<Launch> {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const { uid, gid } = await postgresUser();
  await chown(folder, uid, gid);
  const asUser = { prefix: [], uid, gid };
  if (await works(asUser, binary, folder)) return asUser;
  // A clone below /root is closed to other users: keep only root's right to walk through folders.
  const capable = {
    prefix: [
      'setpriv',
      `--reuid=${uid}`,
      `--regid=${gid}`,
      '--clear-groups',
      '--inh-caps=+dac_override',
      '--ambient-caps=+dac_override',
    ],
  };
  if (await works(capable, binary, folder)) return capable;
  throw new LocalError(
    `The user "postgres", as which PostgreSQL must run, cannot reach ${folder}. Run Attune as an ordinary user, or from a folder that others may enter.`,
  );
}

async function works({ prefix, ...user }: Launch, binary: string, folder: string): Promise<boolean> {
  try {
    for (const words of [
      [...prefix, binary, '--version'],
      [...prefix, 'ls', folder],
    ]) {
      await run(words[0] as string, words.slice(1), { cwd: '/', ...user });
    }
    return true;
  } catch {
    return false;
  }
}

export async function postgresUser(): Promise<{ uid: number; gid: number }> {
  const ask = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  try {
    return { uid: await ask('-u'), gid: await ask('-g') };
  } catch {
    await run('groupadd', ['postgres']).catch(() => undefined);
    await run('useradd', ['-g', 'postgres', 'postgres']).catch(() => undefined);
  }
  try {
    return { uid: await ask('-u'), gid: await ask('-g') };
  } catch {
    throw new LocalError(
      'PostgreSQL must not run as root and the user "postgres" could not be created. Run Attune as an ordinary user.',
    );
  }
}
