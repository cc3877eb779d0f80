import { writeFileSync } from 'node:fs';
import { shippedAt } from './candidate.ts';
import { pointsFile } from './points-file.ts';
import { picture } from './picture.ts';
import { report } from './report.ts';
import { simulate } from './simulate.ts';
import { speed } from './speed.ts';

const at = (path: string) => new URL(`../../../${path}`, import.meta.url);
const say = (line: string) => process.stdout.write(`${line}\n`);

if (process.argv.includes('--speed')) {
  say(speed());
} else {
  const simulated = simulate(4_000, 20_261_123);
  writeFileSync(at('docs/guides/rupture-rules.md'), report(simulated, shippedAt));
  writeFileSync(at('docs/guides/rupture-rules.svg'), picture(simulated, shippedAt));
  writeFileSync(at('libs/clinical/src/rules/operating-points.ts'), pointsFile(simulated));
  for (const { sds, falsePer100, sensitivity, delay } of simulated.points) {
    const found = `${(sensitivity * 100).toFixed(1)} % found`;
    say(`${sds} SD: ${falsePer100.toFixed(2)} false alerts in 100 sessions, ${found}, delay ${delay}`);
  }
  say('docs/guides/rupture-rules.md, .svg and libs/clinical/src/rules/operating-points.ts are written');
}
