import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { enterSeedTime, leaveSeedTime, moveClock, realTime } from './seed-clock.ts';
import { readSeedRecord, writeSeedRecord } from './seed-record.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'attune-clock-'));
});
afterEach(() => rm(home, { recursive: true }));

const file = () => join(home, 'clock.json');
const platformNow = async () => {
  const { offsetMs } = JSON.parse(await readFile(file(), 'utf8')) as { offsetMs: number };
  return Date.now() + offsetMs;
};
const at = new Date('2026-11-10T17:00:00.000Z');
const begun = { anchor: '2026-11-30T02:00:00.000Z', from: at.toISOString(), ruptures: 0, done: false };

it('moves the platform’s clock by whole files, and gives it back to real time', async () => {
  await moveClock(home, at);
  expect(Math.abs((await platformNow()) - at.getTime())).toBeLessThan(5_000);
  expect(await readdir(home)).toEqual(['clock.json']);
  await realTime(home);
  expect(existsSync(file())).toBe(false);
});

it('lets a seeding that was killed go on a little after where it was, however long ago that is', async () => {
  await writeSeedRecord(home, { ...begun, at: at.toISOString() });
  await enterSeedTime(home, { seeds: true });
  const gone = (await platformNow()) - at.getTime();
  expect(gone).toBeGreaterThanOrEqual(600_000);
  expect(gone).toBeLessThan(605_000);
});

it('never goes on in the future', async () => {
  await writeSeedRecord(home, { ...begun, at: new Date().toISOString() });
  await enterSeedTime(home, { seeds: true });
  expect((await platformNow()) - Date.now()).toBeLessThan(1_000);
});

it('leaves no clock in the past to a start without demo data, nor behind a stop', async () => {
  await writeSeedRecord(home, { ...begun, at: at.toISOString() });
  for (const leave of [() => enterSeedTime(home, { seeds: false }), () => leaveSeedTime(home)]) {
    await moveClock(home, at);
    await leave();
    expect(existsSync(file())).toBe(false);
  }
  expect((await readSeedRecord(home))?.at).toBe(at.toISOString());
});

it('leaves a clock alone that somebody has moved after the seeding', async () => {
  await writeSeedRecord(home, { ...begun, done: true });
  await moveClock(home, at);
  await enterSeedTime(home, { seeds: true });
  await leaveSeedTime(home);
  expect(existsSync(file())).toBe(true);
});
