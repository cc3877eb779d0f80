import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { run } from '../console/run.ts';
import { say, seconds } from '../console/say.ts';
import { readSettings } from '../settings.ts';
import { add, tallyOf, type Tally } from './tally.ts';

/** Steps that either hold or do not: each counts as one test. */
const checks = [
  ['lint and borders', 'lint'],
  ['formatting', 'format:check'],
  ['types', 'typecheck'],
  ['generated documents', 'generate:check'],
  ['translations', 'translations:check'],
] as const;

const suites = ['unit', 'integration', 'e2e'] as const;

export function addTest(program: Command): void {
  program
    .command('test')
    .description('everything that must hold: checks, then unit, integration and end-to-end tests')
    .action(test);
}

async function test(): Promise<void> {
  const { repository } = readSettings();
  let total: Tally = { passed: 0, failed: 0 };
  for (const [title, script] of checks) total = add(total, await check(repository, title, script));
  for (const suite of suites) total = add(total, await jest(repository, suite));
  // The very last line, for machines and people alike.
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

async function check(repository: string, title: string, script: string): Promise<Tally> {
  const began = performance.now();
  const ok = (await run('npm', ['run', '--silent', script], { cwd: repository })) === 0;
  say(`${ok ? '✓' : '✗'} ${title} (${seconds(performance.now() - began)})`);
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function jest(repository: string, suite: string): Promise<Tally> {
  const began = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'attune-report-'));
  const report = join(folder, 'report.json');
  const code = await run(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      join(repository, 'node_modules/jest/bin/jest.js'),
      ...['--config', join(repository, '.config/jest.config.mjs'), '--selectProjects', suite],
      ...['--json', '--outputFile', report, '--passWithNoTests'],
      // End-to-end suites each own the machine: ports, processes, the clock.
      ...(suite === 'e2e' ? ['--runInBand'] : []),
    ],
    { cwd: repository },
  );
  const tally = tallyOf(await readFile(report, 'utf8').catch(() => undefined), code);
  await rm(folder, { recursive: true, force: true });
  say(`${tally.failed === 0 ? '✓' : '✗'} ${suite} tests (${seconds(performance.now() - began)})`);
  return tally;
}
