import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { forge, type Claims } from './forge.ts';
import { pidsOf } from './processes.ts';

const repository = fileURLToPath(new URL('../../../..', import.meta.url));
const bootstrap = join(repository, 'apps/attune/bootstrap.mjs');
const startWithinMs = 300_000;

export interface RunningPlatform {
  readonly origin: string;
  readonly home: string;
  /** Runs the `attune` command against this platform. @returns what it printed */
  attune(...words: string[]): Promise<string>;
  token(person: string): Promise<string>;
  /** A token as the provider would sign it, but for what is asked for. */
  forge(claims: Claims): Promise<string>;
  /** The process ids of a service, as the supervisor started it. */
  pidsOf(service: string): Promise<number[]>;
  stop(): Promise<void>;
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
  const attune = async (...words: string[]) =>
    (await promisify(execFile)(process.execPath, [bootstrap, ...words], { env, maxBuffer: 2 ** 24 })).stdout;
  return {
    origin: `http://localhost:${port}`,
    home,
    attune,
    token: async (person) => (await attune('token', person)).trim(),
    forge: (claims) => forge({ home, origin: `http://localhost:${port}` }, claims),
    pidsOf: (service) => pidsOf(home, service),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function untilReady(child: ChildProcess): Promise<void> {
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
