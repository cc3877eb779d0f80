import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Command } from 'commander';
import { run as runProgram } from '../console/run.ts';
import { readSettings } from '../settings.ts';
import { withRunningPlatform } from '../up/running-platform.ts';
import { settingsInUse } from '../up/settings-in-use.ts';

/** Each is `apps/journeys/<name>/main.ts`. */
const journeys = [
  {
    name: 'chaos',
    description: 'break every part under load and prove that nothing is lost, doubled or reordered',
    // It breaks a platform of its own.
    run: (start: (env?: NodeJS.ProcessEnv) => Promise<number>) => start(),
  },
  {
    name: 'bench',
    description: 'measure submit → alert on the running platform beside a floor and a naive pipeline',
    run: async (start: (env?: NodeJS.ProcessEnv) => Promise<number>) => {
      const settings = await settingsInUse();
      return withRunningPlatform(settings, () => start({ PORT: String(settings.port) }));
    },
  },
];

/** Journeys see the platform from outside; here they are only found. */
export function addJourneys(program: Command): void {
  for (const { name, description, run } of journeys) {
    program
      .command(name)
      .description(description)
      .argument('[arguments...]', 'passed on, e.g. --json FILE')
      .allowUnknownOption()
      .helpOption(false)
      .action(async (args: string[]) => {
        const journey = (env?: NodeJS.ProcessEnv) => runJourney(name, args, env);
        // To say what there is to choose takes no platform.
        process.exitCode = await (args.includes('--help') ? journey() : run(journey));
      });
  }
}

function runJourney(name: string, args: readonly string[], env?: NodeJS.ProcessEnv): Promise<number> {
  const { repository } = readSettings();
  const loader = pathToFileURL(join(repository, '.config/source-loader.mjs')).href;
  const main = join(repository, 'apps/journeys', name, 'main.ts');
  return runProgram(process.execPath, ['--import', loader, main, ...args], {
    env: { ...process.env, ...env },
  });
}
