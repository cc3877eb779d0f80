import type { Command } from 'commander';
import { settingsInUse } from '../up/settings-in-use.ts';
import { withRunningPlatform } from '../up/running-platform.ts';
import { demoText } from './demo-result.ts';
import { runDemo } from './run-demo.ts';

export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('send two responses as a client would and show their way to scores and an alert')
    .option('--json', 'print one JSON object')
    .action(async ({ json = false }: { json?: boolean }) => {
      const settings = await settingsInUse();
      const { result, why } = await withRunningPlatform(settings, () => runDemo(settings));
      process.stdout.write(`${json ? JSON.stringify(result) : demoText(result, why)}\n`);
    });
}
