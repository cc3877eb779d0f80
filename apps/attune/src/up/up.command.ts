import type { Command } from 'commander';
import { LocalError } from '@attune/local';
import { say } from '../console/say.ts';
import { seedWhenEmpty } from '../seed/seed-when-empty.ts';
import { readSettings } from '../settings.ts';
import { startPlatform, type Platform } from './platform.ts';
import { readyMessage } from './ready-message.ts';
import { serviceNames, type ServiceName } from './services.ts';
import { onStopSignal } from './signals.ts';

interface UpOptions {
  readonly seed: boolean;
  readonly only?: string;
}

export function addUp(program: Command): void {
  program
    .command('up')
    .description('start the whole platform and stay with it until Ctrl-C')
    .option('--no-seed', 'start with an empty clinic')
    .option('--only <services>', 'start only these services, separated by commas (development)')
    .action(up);
}

async function up(options: UpOptions): Promise<void> {
  const began = performance.now();
  const settings = readSettings();
  const only = options.only?.split(',').map(asServiceName) ?? serviceNames;
  const stopping = new AbortController();
  let platform: Platform | undefined;
  onStopSignal(
    () => {
      stopping.abort();
      void platform?.stop().then(() => {
        say('Attune has stopped.');
        process.exit(0);
      });
      if (platform === undefined) process.exit(0);
    },
    () =>
      void platform?.kill().finally(() => {
        say('Everything was ended at once; the next start puts in order what was left undone.');
        process.exit(130);
      }),
  );
  say('Starting Attune');
  try {
    const seeds = options.seed && only === serviceNames;
    await startPlatform(settings, { only, seeds, onStarting: (starting) => (platform = starting) });
    if (seeds) await seedWhenEmpty(settings, stopping.signal);
  } catch (error) {
    // Whatever fails while we are being stopped fails because of it.
    if (stopping.signal.aborted) return;
    await platform?.stop();
    throw error;
  }
  if (stopping.signal.aborted) return;
  process.stdout.write(`${readyMessage(settings, performance.now() - began)}\n`);
}

function asServiceName(name: string): ServiceName {
  const found = serviceNames.find((each) => each === name);
  if (!found) throw new LocalError(`There is no service ${name}: choose from ${serviceNames.join(', ')}.`);
  return found;
}
