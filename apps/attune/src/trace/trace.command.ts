import type { Command } from 'commander';
import { LocalError } from '@attune/local';
import { settingsInUse } from '../up/settings-in-use.ts';
import { spansOfResponse } from './read-spans.ts';
import { waterfall } from './waterfall.ts';

export function addTrace(program: Command): void {
  program
    .command('trace')
    .argument('<responseId>')
    .description("print a recent response's path through the services")
    .action(async (responseId: string) => {
      const spans = await spansOfResponse(await settingsInUse(), responseId);
      if (spans.length === 0) {
        throw new LocalError(
          `No service remembers ${responseId}: they keep recent responses only, and none from before their start.`,
        );
      }
      process.stdout.write(`${waterfall(spans)}\n`);
    });
}
