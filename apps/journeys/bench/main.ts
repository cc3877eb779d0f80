import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { benchCaseload } from './caseload/caseload.bench.ts';
import { Floor } from './floor/floor.pipeline.ts';
import { watchIdle } from './idle.ts';
import { Naive } from './naive/naive.pipeline.ts';
import type { Pipeline } from './pipeline.ts';
import { Product } from './product/product.pipeline.ts';
import { asText, report } from './report.ts';
import { measure, type Measured } from './round.ts';
import { attach } from './running-platform.ts';
import { clearSchema } from './servers.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    /** One of the pipelines, for a look while working on it; or the caseload at full size, which is measured by itself. */
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  process.stdout.write(
    'npm run bench -- [--json FILE] [--rounds 5] [--only product|floor|naive|caseload] [--quick]\n',
  );
  process.exit(0);
}
const plan = values.quick
  ? { slowSeconds: 5, fastSeconds: 3, closedCount: 1_000 }
  : { slowSeconds: 20, fastSeconds: 10, closedCount: 4_000 };
const say = (line: string) => process.stdout.write(`${line}\n`);

const platform = attach();
const keep = async (result: object) => {
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(result, null, 2)}\n`);
};
if (values.only === 'caseload') {
  await keep(await benchCaseload(platform, { small: values.quick, say }));
  process.exit(0);
}
say('watching the idle services for 20 s');
const idle = await watchIdle(platform.home);
await clearSchema(platform, { create: true });
say('preparing clients, the floor and the naive pipeline');
const pipelines: Pipeline[] = [];
for (const [name, kind] of Object.entries({ product: Product, floor: Floor, naive: Naive })) {
  if (values.only === undefined || values.only === name) pipelines.push(await kind.start(platform));
}
const rounds = { product: [] as Measured[], floor: [] as Measured[], naive: [] as Measured[] };
for (let round = 1; round <= Number(values.rounds); round++) {
  for (const pipeline of pipelines) {
    const measured = await measure(pipeline, plan);
    rounds[pipeline.name].push(measured);
    const { p50At20, p99At20, p50At100, p99At100, throughput } = measured;
    const milliseconds = [p50At20, p99At20, p50At100, p99At100].map((value) => value.toFixed(1)).join(' / ');
    say(`round ${round} ${pipeline.name.padEnd(8)} ${milliseconds} ms   ${throughput.toFixed(0)}/s`);
  }
  // Whoever was first has the others' leftovers behind it the next time.
  pipelines.push(...pipelines.splice(0, 1));
}
for (const pipeline of pipelines) await pipeline.close();
await clearSchema(platform, { create: false });
const result = report(rounds, idle);
say(asText(result));
await keep(result);
process.exit(0);
