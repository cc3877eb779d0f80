import { candidate, tunings, type Tuning } from './candidate.ts';
import type { Course } from './courses.ts';
import { curveOf, sensitivityAt } from './curve.ts';

/** False alerts in 100 sessions at which curves are compared. */
export const comparedAt = [0.5, 1, 2, 3, 5, 8, 12, 20] as const;

/** Mean sensitivity over the rates that are compared; a rate that is not reached counts as nothing found. */
export function worth(tuning: Tuning, courses: readonly Course[]): number {
  const curve = curveOf(candidate(tuning), courses);
  return comparedAt.reduce((sum, rate) => sum + (sensitivityAt(curve, rate) ?? 0), 0) / comparedAt.length;
}

/** The tuning that is best on these courses. */
export function tune(courses: readonly Course[]): Tuning {
  const judged = tunings.map((tuning) => ({ tuning, worth: worth(tuning, courses) }));
  return judged.reduce((best, each) => (each.worth > best.worth ? each : best)).tuning;
}
