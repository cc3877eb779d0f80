import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { identify, isAlive, type ProcessIdentity } from '@attune/local';
import { endOrphans, recordParts, runningUp, takeLock } from './run-record.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'attune-home-'));
});
afterEach(() => rm(home, { recursive: true }));

async function bystander(): Promise<ProcessIdentity> {
  const child = spawn('sleep', ['30'], { stdio: 'ignore' });
  await new Promise((resolve) => child.once('spawn', resolve));
  return (await identify(child.pid as number)) as ProcessIdentity;
}

test('a second start beside a first is told where the first is', async () => {
  await takeLock(home, 'http://localhost:1');
  expect((await runningUp(home))?.pid).toBe(process.pid);
  await expect(takeLock(home, 'http://localhost:1')).rejects.toThrow(
    `Attune already runs from ${home} at http://localhost:1 (process ${process.pid})`,
  );
});

test('a lock whose process is gone, or whose number now belongs to another, is taken over', async () => {
  const stale = JSON.stringify({ pid: process.pid, started: 'long ago', url: 'http://localhost:1' });
  await writeFile(join(home, 'up.lock'), stale);
  await takeLock(home, 'http://localhost:2');
  expect(await readFile(join(home, 'up.lock'), 'utf8')).toContain('localhost:2');
});

test('a lock file cut off by a full disk is taken over', async () => {
  await writeFile(join(home, 'up.lock'), '{"pid"');
  await takeLock(home, 'http://localhost:2');
  expect(await runningUp(home)).toBeDefined();
});

test('processes of a killed run are ended, a later namesake is left alone', async () => {
  const [orphan, namesake] = [await bystander(), await bystander()];
  await recordParts(home, [
    { name: 'scoring', ...orphan },
    { name: 'caseload', pid: namesake.pid, started: 'another time' },
  ]);
  expect(await endOrphans(home)).toBe(1);
  expect(await isAlive(orphan)).toBe(false);
  expect(await isAlive(namesake)).toBe(true);
  process.kill(namesake.pid);
});
