import { candidate, tunings, type Tuning } from './candidate.ts';
import type { Course } from './courses.ts';
import { curveOf, sensitivityAt } from './curve.ts';

/** False alerts in 100 sessions at which curves are compared. */
export const comparedAt = [0.5, 1, 2, 3, 5, 8, 12, 20] as const;

/** Mean sensitivity over the rates that are compared; a rate that is not reached counts as nothing found. */
export function worth(tuning: Tuning, courses: readonly Course[]): number {
  const curve = curveOf(candidate(tuning), courses, 3);
  return comparedAt.reduce((sum, rate) => sum + (sensitivityAt(curve, rate) ?? 0), 0) / comparedAt.length;
}

/** The tuning that is best on these courses, and on the same ones when a weak alliance alone is no reason to alert. */
export function tune(courses: readonly Course[]): Tuning {
  const strict = courses.map(strictly);
  const judged = tunings.map((tuning) => ({ tuning, worth: worth(tuning, courses) + worth(tuning, strict) }));
  return judged.reduce((best, each) => (each.worth > best.worth ? each : best)).tuning;
}

const strictly = (course: Course): Course => ({
  ...course,
  truth: course.truth.map((each) => (each === 'weak' ? 'calm' : each)),
});
