import { readConfig } from '@attune/platform';
import { CaseloadModule } from './caseload.module.ts';
import { rebuildCaseload } from './features/rebuild/rebuild-caseload.ts';

/** `node rebuild.js [--check]`, in the environment of the service. */
const say = (line: string) => process.stdout.write(`${line}\n`);
const wordsOf = { rebuilt: 'missing', serving: 'should not be there', both: 'differs in ' } as const;
let given = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (given = true));

const began = performance.now();
const result = await rebuildCaseload({
  ...{ config: readConfig(), module: CaseloadModule, check: process.argv.includes('--check'), say },
  over: () => given,
});
const seconds = Math.round((performance.now() - began) / 1000);
if (result.outcome === 'refused') {
  process.stderr.write(`${result.why}\n`);
} else {
  for (const { table, missing, extra, rows } of result.differences) {
    say(`${table}: ${missing} rows were missing or different, ${extra} were there and should not be`);
    if (result.outcome === 'differs')
      for (const { key, only, columns } of rows)
        say(`  ${key}: ${wordsOf[only ?? 'both']}${columns.join(', ')}`);
  }
  say(
    {
      same: `The caseload is row for row what the events say (${seconds} s).`,
      differs: 'The caseload differs from what the events say; nothing was changed. Run it without --check.',
      adopted: `The caseload was built anew from the events and serves (${seconds} s).`,
    }[result.outcome],
  );
}
process.exit(result.outcome === 'refused' || result.outcome === 'differs' ? 1 : 0);
