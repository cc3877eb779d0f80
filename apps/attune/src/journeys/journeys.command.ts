import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Command } from 'commander';
import { run } from '../console/run.ts';
import { readSettings } from '../settings.ts';

/** Each is `apps/journeys/<name>/main.ts`. */
const journeys = [
  ['chaos', 'break every part under load and prove that nothing is lost, doubled or reordered'],
] as const;

/** Journeys see the platform from outside; here they are only found. */
export function addJourneys(program: Command): void {
  for (const [name, description] of journeys) {
    program
      .command(name)
      .description(description)
      .argument('[arguments...]', 'passed on, e.g. --json FILE')
      .allowUnknownOption()
      .helpOption(false)
      .action(async (args: string[]) => {
        process.exitCode = await runJourney(name, args);
      });
  }
}

function runJourney(name: string, args: readonly string[]): Promise<number> {
  const { repository } = readSettings();
  const loader = pathToFileURL(join(repository, '.config/source-loader.mjs')).href;
  const main = join(repository, 'apps/journeys', name, 'main.ts');
  return run(process.execPath, ['--import', loader, main, ...args]);
}
