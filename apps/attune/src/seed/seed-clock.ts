import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readSeedRecord } from './seed-record.ts';

const fileOf = (home: string) => join(home, 'clock.json');
/** Every process looks at the file ten times a second. */
const noticedAfterMs = 150;
/** So far the clock may have gone on before an interruption: it never goes back. */
const cutOffMs = 10 * 60_000;

/** The platform's clock goes on from this instant. Nobody ever reads half a file: that would be real time. */
async function setClock(home: string, at: Date): Promise<void> {
  const file = fileOf(home);
  await writeFile(`${file}.new`, JSON.stringify({ offsetMs: at.getTime() - Date.now() }));
  await rename(`${file}.new`, file);
}

/** Moves the clock of the running platform and returns when all processes go by it. */
export async function moveClock(home: string, at: Date): Promise<void> {
  await setClock(home, at);
  await sleep(noticedAfterMs);
}

/** From now on it is real time. */
export async function realTime(home: string): Promise<void> {
  await rm(fileOf(home), { force: true });
  await sleep(noticedAfterMs);
}

/**
 * Before the services start: a seeding that was interrupted in the past goes on from where it was, and nothing that had
 * not happened by then is brought about by the services. Whoever starts without the demo data starts in real time.
 */
export async function enterSeedTime(home: string, { seeds }: { readonly seeds: boolean }): Promise<void> {
  const record = await readSeedRecord(home);
  if (record?.at === undefined) return;
  if (seeds) await setClock(home, new Date(Math.min(Date.parse(record.at) + cutOffMs, Date.now())));
  else await realTime(home);
}

/** After the services have ended, whatever ended them: the clock is not left behind in the past. */
export async function leaveSeedTime(home: string): Promise<void> {
  const record = await readSeedRecord(home);
  if (record?.at !== undefined) await realTime(home);
}
