import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { everyFault, everyMutation } from './catalogue.ts';
import type { ChaosPlatform } from './platform/chaos-platform.ts';
import { fullPlan, mutationPlan, shortPlan } from './plans.ts';
import { holds } from './report.ts';
import { runChaos } from './run-chaos.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    short: { type: 'boolean', default: false },
    /** Some of the faults or mutations, separated by commas, for a look while working on one. */
    only: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  process.stdout.write('npm run chaos -- [--json FILE] [--short] [--only NAME,…]\n');
  process.exit(0);
}
const only = values.only?.split(',');
const wanted = ({ name }: { name: string }) => only === undefined || only.includes(name);
const say = (line: string) => process.stdout.write(`${line}\n`);

let running: ChaosPlatform | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    say('Stopping the platform …');
    void Promise.resolve(running?.stop()).finally(() => process.exit(130));
  });
}

const began = performance.now();
const report = await runChaos({
  // Beside a platform that runs at the usual place, which it leaves alone.
  port: Number(process.env['PORT'] || 8180),
  plan: values.short ? shortPlan : fullPlan,
  mutationPlan,
  faults: everyFault.filter(wanted),
  mutations: everyMutation.filter(wanted),
  say,
  onPlatform: (platform) => (running = platform),
});
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`);
const good = holds(report);
say(
  `${good ? 'Everything held' : 'Something did not hold'} (${((performance.now() - began) / 60_000).toFixed(1)} min)`,
);
process.exit(good ? 0 : 1);
