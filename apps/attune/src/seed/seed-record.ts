import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How far the seeding of this installation has come. The anchor keeps a resumed seeding on the same dates. */
export interface SeedRecord {
  readonly anchor: string;
  /** Until here the year is imported; what came later is lived through. */
  readonly from: string;
  /** Where the platform's clock stands as long as the seeding is in the past. */
  readonly at?: string | undefined;
  readonly ruptures: number;
  readonly done: boolean;
}

const fileOf = (home: string) => join(home, 'seed.json');

export async function readSeedRecord(home: string): Promise<SeedRecord | undefined> {
  const text = await readFile(fileOf(home), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as SeedRecord);
}

export async function writeSeedRecord(home: string, record: SeedRecord): Promise<void> {
  await writeFile(`${fileOf(home)}.new`, JSON.stringify(record));
  await rename(`${fileOf(home)}.new`, fileOf(home));
}
