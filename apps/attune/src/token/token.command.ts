import type { Command } from 'commander';
import { accessToken } from '../api/access-token.ts';
import { settingsInUse } from '../up/settings-in-use.ts';

export function addToken(program: Command): void {
  program
    .command('token')
    .argument('<person>', 'user name of a demo person, e.g. therapist')
    .description('print an access token, for curl -H "authorization: Bearer …"')
    .action(async (person: string) => {
      process.stdout.write(`${await accessToken(await settingsInUse(), person)}\n`);
    });
}
