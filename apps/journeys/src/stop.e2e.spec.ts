import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { isAlive, type ProcessIdentity } from '@attune/local';
import { bootstrap, platformAt, untilReady } from './platform/running-platform.ts';

const port = 28_280;
let home: string;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'attune-journey-'));
});
// It ends what should have ended by itself, too.
afterAll(() => platformAt({ port, home }).attune('reset'), 60_000);

it('stops every part at a Ctrl-C that has ended `| tee log` as well', async () => {
  const child = spawn(process.execPath, [bootstrap, 'up', '--no-seed', '--only', 'scheduling'], {
    env: { ...process.env, NODE_OPTIONS: '', PORT: String(port), ATTUNE_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, as a terminal makes one: Ctrl-C reaches every process of it.
    detached: true,
  });
  await untilReady(child);
  const { parts } = JSON.parse(readFileSync(join(home, 'run.json'), 'utf8')) as { parts: ProcessIdentity[] };
  expect(parts).toHaveLength(3);

  child.stdout.destroy();
  child.stderr.destroy();
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-(child.pid as number), 'SIGINT');

  expect(await ended).toBe(0);
  expect(await Promise.all(parts.map(isAlive))).toEqual([false, false, false]);
}, 360_000);
