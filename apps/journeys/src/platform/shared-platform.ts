import { spawn } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './api.ts';
import { bootstrap, platformAt, type PlatformInUse } from './running-platform.ts';

interface Shared {
  readonly pid: number;
  readonly port: number;
  readonly home: string;
}

const port = 28_080;
const startWithinMs = 480_000;
const stopWithinMs = 60_000;
const noteOf = (folder: string) => join(folder, 'shared-platform.json');

/**
 * The one platform that the journeys of a run share, with its year of demo data. The first that asks starts it; the
 * run's end stops it. The suites run one after the other, so nobody asks at the same time.
 */
export async function sharedPlatform(): Promise<PlatformInUse> {
  const folder = process.env['ATTUNE_JOURNEYS_FOLDER'];
  if (folder === undefined)
    throw new Error('only *.e2e.spec.ts files share a platform: see jest/global-setup.ts');
  const shared = read(folder) ?? (await start(folder));
  const platform = platformAt(shared);
  // The suite before may have killed something that is only just coming back.
  await until(() => isReady(platform.origin), 60_000);
  return platform;
}

const isReady = (origin: string) =>
  fetch(`${origin}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

function read(folder: string): Shared | undefined {
  try {
    return JSON.parse(readFileSync(noteOf(folder), 'utf8')) as Shared;
  } catch {
    return undefined;
  }
}

async function start(folder: string): Promise<Shared> {
  const home = mkdtempSync(join(tmpdir(), 'attune-journey-'));
  const env = { ...process.env, NODE_OPTIONS: '', PORT: String(port), ATTUNE_HOME: home };
  // A file rather than a pipe: it outlives the suite that started the platform.
  const log = join(folder, 'up.log');
  const output = openSync(log, 'w');
  const child = spawn(process.execPath, [bootstrap, 'up'], { env, stdio: ['ignore', output, output] });
  child.unref();
  const shared = { pid: child.pid as number, port, home };
  writeFileSync(noteOf(folder), JSON.stringify(shared));
  try {
    await until(() => {
      if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`);
      return Promise.resolve(readFileSync(log, 'utf8').includes('Attune is ready'));
    }, startWithinMs);
  } catch (error) {
    throw new Error(`${(error as Error).message}:\n${readFileSync(log, 'utf8')}`);
  }
  return shared;
}

/** Stops the platform, if any journey has asked for it. */
export async function stopShared(folder: string): Promise<void> {
  const shared = read(folder);
  if (shared === undefined) return;
  if (isAlive(shared.pid)) process.kill(shared.pid, 'SIGTERM');
  await until(() => Promise.resolve(!isAlive(shared.pid)), stopWithinMs);
  rmSync(shared.home, { recursive: true, force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
