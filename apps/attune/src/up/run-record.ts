import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { endProcess, identify, isAlive, LocalError, type ProcessIdentity } from '@attune/local';

export interface RecordedPart extends ProcessIdentity {
  readonly name: string;
}

interface Lock extends ProcessIdentity {
  readonly url: string;
}

const lockFile = (home: string) => join(home, 'up.lock');
const runFile = (home: string) => join(home, 'run.json');

async function readJson<T>(file: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T;
  } catch {
    // Missing, or cut off by a full disk or a kill: the same as nothing.
    return undefined;
  }
}

/** The `up` that runs from this home right now. */
export async function runningUp(home: string): Promise<Lock | undefined> {
  const lock = await readJson<Lock>(lockFile(home));
  return lock && (await isAlive(lock)) ? lock : undefined;
}

/** Only one `up` may use a home. A lock whose process is gone is cleared away. */
export async function takeLock(home: string, url: string): Promise<void> {
  const self = { ...((await identify(process.pid)) as ProcessIdentity), url };
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      return await writeFile(lockFile(home), JSON.stringify(self), { flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const other = await runningUp(home);
    if (other) {
      throw new LocalError(
        `Attune already runs from ${home} at ${other.url} (process ${other.pid}). Use that one, stop it with: kill ${other.pid}, or start a second with another ATTUNE_HOME and PORT.`,
      );
    }
    await rm(lockFile(home), { force: true });
  }
  throw new LocalError(`The lock ${lockFile(home)} cannot be taken: remove the file and start again.`);
}

export async function releaseLock(home: string): Promise<void> {
  await rm(runFile(home), { force: true });
  await rm(lockFile(home), { force: true });
}

/** Notes which processes belong to this run, so that a later start can end them if we cannot. */
export async function recordParts(home: string, parts: readonly RecordedPart[]): Promise<void> {
  await writeFile(`${runFile(home)}.new`, JSON.stringify({ parts }, null, 2));
  await rename(`${runFile(home)}.new`, runFile(home));
}

export async function recordedParts(home: string): Promise<readonly RecordedPart[]> {
  return (await readJson<{ parts: RecordedPart[] }>(runFile(home)))?.parts ?? [];
}

/** Ends what an `up` that was killed left running: services first, servers last, as it would have done. */
export async function endOrphans(home: string): Promise<number> {
  const parts = await recordedParts(home);
  const living: RecordedPart[] = [];
  for (const part of parts) if (await isAlive(part)) living.push(part);
  const servers = ['kafka', 'postgres'];
  const services = living.filter(({ name }) => !servers.includes(name));
  await Promise.all(services.map((part) => endProcess(part, { graceMs: 5_000 })));
  for (const name of servers) {
    for (const part of living.filter((each) => each.name === name)) {
      await endProcess(part, { signal: name === 'postgres' ? 'SIGINT' : 'SIGTERM', graceMs: 20_000 });
    }
  }
  await rm(runFile(home), { force: true });
  return living.length;
}
