import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { endProcess, identify } from '../machine/process-identity.ts';

/**
 * Clears what a PostgreSQL killed with -9 (or one whose starter was) leaves in its data folder. A server that
 * still runs on this folder is stopped; a lock file that names a stranger who was given the same process
 * number is removed, because PostgreSQL itself would believe it and refuse to start.
 */
export async function clearLeftovers(dataDir: string): Promise<void> {
  const lockFile = join(dataDir, 'postmaster.pid');
  const lock = await readFile(lockFile, 'utf8').catch(() => undefined);
  const pid = Number(lock?.split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return;
  const holder = await identify(pid);
  if (holder && (await isServerOf(pid, dataDir))) {
    await endProcess(holder, { signal: 'SIGINT', graceMs: 15_000 });
  }
  await rm(lockFile, { force: true });
}

async function isServerOf(pid: number, dataDir: string): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return command.includes(dataDir);
}
