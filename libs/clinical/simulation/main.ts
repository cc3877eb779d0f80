import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { pointsFile } from './points-file.ts';
import { picture } from './picture.ts';
import { report } from './report.ts';
import { simulate } from './simulate.ts';
import { speed } from './speed.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** As the formatter would leave it, so that a second run changes nothing. */
async function write(path: string, text: string): Promise<void> {
  const file = new URL(`../../../${path}`, import.meta.url);
  const { pathname } = file;
  const known = path.endsWith('.svg')
    ? text
    : await format(text, { ...(await resolveConfig(pathname)), filepath: pathname });
  writeFileSync(file, known);
  say(`${path} is written`);
}

if (process.argv.includes('--speed')) {
  say(speed());
} else {
  const simulated = simulate();
  for (const { sds, falsePer100, sensitivity, delay } of simulated.points) {
    const found = `${(sensitivity * 100).toFixed(1)} % found`;
    say(`${sds} SD: ${falsePer100.toFixed(2)} false alerts in 100 sessions, ${found}, delay ${delay}`);
  }
  await write('docs/guides/rupture-rules.md', report(simulated));
  await write('docs/guides/rupture-rules.svg', picture(simulated));
  await write('libs/clinical/src/rules/operating-points.ts', pointsFile(simulated));
}
