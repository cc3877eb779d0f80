import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readSettings } from '../settings.ts';
import { takeLock } from './run-record.ts';
import { withRunningPlatform } from './running-platform.ts';
import { settingsInUse } from './settings-in-use.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'attune-home-'));
});
afterEach(() => rm(home, { recursive: true }));

test('who joins without PORT finds the platform of the home where it was started', async () => {
  expect((await settingsInUse({ ATTUNE_HOME: home })).port).toBe(8080);
  await takeLock(home, 'http://localhost:12000');
  expect((await settingsInUse({ ATTUNE_HOME: home })).publicUrl).toBe('http://localhost:12000');
  expect((await settingsInUse({ ATTUNE_HOME: home, PORT: '9000' })).port).toBe(9000);
});

test('a platform that answers but is not the one of this home is left alone', async () => {
  const another = createServer((_, response) => response.end()).listen(0, '127.0.0.1');
  await new Promise((resolve) => another.once('listening', resolve));
  const { port } = another.address() as AddressInfo;
  await takeLock(home, 'http://localhost:1');
  const settings = {
    ...readSettings({ ATTUNE_HOME: home, PORT: String(port) }),
    publicUrl: `http://127.0.0.1:${port}`,
  };
  const work = () => Promise.resolve('worked with another clinic');
  await expect(withRunningPlatform(settings, work)).rejects.toThrow('Attune already runs from');
  another.close();
});
