import { Command } from 'commander';
import { LocalError } from '@attune/local';
import { addCaseload } from './caseload/caseload.command.ts';
import { addDeadLetters } from './dead-letters/dead-letters.command.ts';
import { addDemo } from './demo/demo.command.ts';
import { addEvents } from './events/events.command.ts';
import { addInstruments } from './instruments/instruments.command.ts';
import { addJourneys } from './journeys/journeys.command.ts';
import { addProvision } from './provision/provision.command.ts';
import { addReset } from './reset/reset.command.ts';
import { addTest } from './test/test.command.ts';
import { addToken } from './token/token.command.ts';
import { addTrace } from './trace/trace.command.ts';
import { addUp } from './up/up.command.ts';

const program = new Command('attune').description('Run, look into and test a local Attune');
for (const add of [
  addUp,
  addReset,
  addDemo,
  addToken,
  addTrace,
  addEvents,
  addDeadLetters,
  addCaseload,
  addInstruments,
  addTest,
  addJourneys,
  addProvision,
]) {
  add(program);
}

// Ctrl-C in a terminal ends `| tee log` as well: that nobody reads any more must not keep us from stopping our parts.
for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);

try {
  await program.parseAsync();
} catch (error) {
  // What a person can put right is one line; anything else is our mistake and keeps its stack.
  const told =
    error instanceof LocalError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${told}\n`);
  process.exit(1);
}
