import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { follow, type Following } from './follow.ts';
import { forge, type Claims } from './forge.ts';
import { pidsOf } from './processes.ts';

export const repository = fileURLToPath(new URL('../../../..', import.meta.url));
export const bootstrap = join(repository, 'apps/attune/bootstrap.mjs');
const startWithinMs = 300_000;

export interface RunningPlatform {
  readonly origin: string;
  readonly port: number;
  readonly home: string;
  /** Runs the `attune` command against this platform. @returns what it printed */
  attune(...words: string[]): Promise<string>;
  /** Runs a command that goes on by itself until it is stopped. */
  follow(...words: string[]): Following;
  token(person: string): Promise<string>;
  /** A token as the provider would sign it, but for what is asked for. */
  forge(claims: Claims): Promise<string>;
  /** The process ids of a service, as the supervisor started it. */
  pidsOf(service: string): Promise<number[]>;
  stop(): Promise<void>;
}

/** Without the power to stop it: that is for who started it. */
export type PlatformInUse = Omit<RunningPlatform, 'stop'>;

/** The platform that runs from this home on these ports. */
export function platformAt({
  port,
  home,
  env = { ...process.env, NODE_OPTIONS: '', PORT: String(port), ATTUNE_HOME: home },
}: {
  port: number;
  home: string;
  env?: NodeJS.ProcessEnv;
}): PlatformInUse {
  const attune = async (...words: string[]) =>
    (await promisify(execFile)(process.execPath, [bootstrap, ...words], { env, maxBuffer: 2 ** 24 })).stdout;
  const origin = `http://localhost:${port}`;
  return {
    origin,
    port,
    home,
    attune,
    follow: (...words) => follow(spawn(process.execPath, [bootstrap, ...words], { env })),
    token: async (person) => (await attune('token', person)).trim(),
    forge: (claims) => forge({ home, origin }, claims),
    pidsOf: (service) => pidsOf(home, service),
  };
}

export interface StartOptions {
  /** Told to `attune up`. */
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the whole platform, demo data and all, as `npm start` does: in a folder and on ports of its own. */
export async function startPlatform(
  port: number,
  { flags = [], env: more = {} }: StartOptions = {},
): Promise<RunningPlatform> {
  const home = mkdtempSync(join(tmpdir(), 'attune-journey-'));
  const env = { ...process.env, NODE_OPTIONS: '', PORT: String(port), ATTUNE_HOME: home, ...more };
  const child = spawn(process.execPath, [bootstrap, 'up', ...flags], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await untilReady(child);
  return {
    ...platformAt({ port, home, env }),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

export function untilReady(child: ChildProcess): Promise<void> {
  let told = '';
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      reject(new Error(`not ready in time:\n${told}`));
    }, startWithinMs);
    const hear = (chunk: Buffer) => {
      told += chunk.toString();
      if (!told.includes('Attune is ready')) return;
      clearTimeout(late);
      resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`ended with ${code}:\n${told}`));
    });
  });
}
