import { candidate, rulesAt, shippedAt, type Tuning } from './candidate.ts';
import { drawCourses, type Course } from './courses.ts';
import { curveOf, sensitivityAt, type CurvePoint } from './curve.ts';
import { measure, type Measured } from './measure.ts';
import { families, type Family } from './methods.ts';
import { tune } from './tune.ts';

export interface Compared {
  readonly family: Family;
  readonly curve: readonly CurvePoint[];
  /** As it was published, where it was. */
  readonly published: Measured | null;
  /** Its sensitivity at 5 false alerts in 100 sessions. */
  readonly atFive: number | null;
}

export interface OperatingPoint extends Measured {
  readonly sds: number;
  readonly rules: ReturnType<typeof rulesAt>;
}

export interface Simulated {
  readonly tuning: Tuning;
  readonly courses: number;
  readonly compared: readonly Compared[];
  readonly curve: readonly CurvePoint[];
  readonly points: readonly OperatingPoint[];
}

/** Positions of the knob that are offered, from few false alerts to many; the one that ships is among them. */
export const offered = [2.6, 2.4, 2.25, shippedAt, 1.95, 1.8, 1.6] as const;
const resamples = 400;

/** Tunes on one half of the courses and reports on the other. */
export function simulate(count: number, seed: number): Simulated {
  const tuning = tune(drawCourses(count / 2, seed));
  const courses = drawCourses(count / 2, seed + 1);
  return {
    tuning,
    courses: count,
    compared: families.map((family) => compare(family, courses)),
    curve: curveOf(candidate(tuning), courses),
    points: offered.map((sds) => ({
      sds,
      rules: rulesAt(sds, tuning),
      ...measure(candidate(tuning).at(sds), courses, resamples),
    })),
  };
}

function compare(family: Family, courses: readonly Course[]): Compared {
  const curve = curveOf(family, courses);
  const { at, published } = family;
  return {
    family,
    curve,
    published: published === undefined ? null : measure(at(published), courses, resamples),
    atFive: sensitivityAt(curve, 5),
  };
}
