import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { LocalError } from '@attune/local';
import { say } from '../console/say.ts';
import { readSettings } from '../settings.ts';
import { endOrphans, runningUp } from '../up/run-record.ts';

/** Only what `up` itself made: a mistyped ATTUNE_HOME must not cost anyone their files. */
const ours = [
  'postgres',
  'kafka',
  'logs',
  'clock.json',
  'secrets.json',
  'identity.json',
  'demo-people.json',
  'seed.json',
  'run.json',
  'up.lock',
];

export function addReset(program: Command): void {
  program.command('reset').description('clear all data of this installation').action(reset);
}

async function reset(): Promise<void> {
  const { home } = readSettings();
  const running = await runningUp(home);
  if (running) {
    throw new LocalError(
      `Attune is running (process ${running.pid}): stop it first, with Ctrl-C there or kill ${running.pid}.`,
    );
  }
  await endOrphans(home);
  for (const name of ours) await rm(join(home, name), { recursive: true, force: true });
  const rest = await readdir(home).catch(() => undefined);
  if (rest?.length === 0) await rm(home, { recursive: true });
  say(`Cleared ${home}. The next start begins with a new clinic.`);
  if (process.env['DATABASE_URL'] || process.env['KAFKA_BROKERS']) {
    say(
      'Your own PostgreSQL or Kafka was left as it is: drop its database "attune" and topics "attune.*" yourself.',
    );
  }
}
