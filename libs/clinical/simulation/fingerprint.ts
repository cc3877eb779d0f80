import { createHash } from 'node:crypto';
import { rulesAt, type Tuning } from './candidate.ts';
import { combinations } from './combinations.ts';
import { drawReportCourses, prior } from './prior.ts';
import { alertsOf } from './measure.ts';
import { families } from './methods.ts';
import { offered } from './simulate.ts';
import { assumed, others } from './world.ts';

/**
 * Changes when the courses, the assumptions or anything that a detector says changes, and then the guide is older than
 * the code: some courses with what each rule says about them, so that it takes no time to find out.
 */
export function fingerprint(tuning: Tuning): string {
  const some = drawReportCourses().slice(0, 40);
  const said = [...families, ...combinations(tuning)].flatMap(({ at, thresholds }) => {
    const method = at(thresholds[Math.floor(thresholds.length / 2)] ?? 0);
    return some.map(({ scores }) => alertsOf(method, scores));
  });
  const rules = offered.map((sds) => rulesAt(sds, tuning));
  const inputs = JSON.stringify([assumed, others, prior, tuning, rules, some, said]);
  return createHash('sha256').update(inputs).digest('hex').slice(0, 16);
}
