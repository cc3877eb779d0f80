import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readSettings } from '../settings.ts';
import { startPlatform } from './platform.ts';
import { takeLock } from './run-record.ts';

const { repository } = readSettings({});
let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'attune-home-'));
});
afterEach(() => rm(home, { recursive: true }));

test('a taken port is told before anything is started', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  const settings = readSettings({ ATTUNE_HOME: home, PORT: String(port - 2) });
  await expect(startPlatform(settings, { only: ['questionnaires'] })).rejects.toThrow(
    `Port ${port} (questionnaires) is in use by another program`,
  );
  expect(await readdir(home)).toEqual(['logs']);
  other.close();
});

test('a second start of a home is refused before a build takes the running services’ files away', async () => {
  await takeLock(home, 'http://localhost:12000');
  const refused = await takeLock(home, '').catch((error: Error) => error.message);
  const builds = join(home, 'builds');
  const env = { ...process.env, NODE_OPTIONS: '', ATTUNE_HOME: home, NX_WORKSPACE_DATA_DIRECTORY: builds };
  const start = promisify(execFile)(process.execPath, [join(repository, 'apps/attune/bootstrap.mjs'), 'up'], {
    env,
  });
  await expect(start).rejects.toMatchObject({ code: 1, stderr: `${refused}\n` });
  expect(await readdir(home)).toEqual(['up.lock']);
}, 120_000);
