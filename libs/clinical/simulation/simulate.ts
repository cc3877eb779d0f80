import { candidate, rulesAt, shippedAt, type Tuning } from './candidate.ts';
import { combinations } from './combinations.ts';
import { drawCourses, type Course } from './courses.ts';
import { curveOf, leastLead, sensitivityAt, type CurvePoint } from './curve.ts';
import { measure, type Measured } from './measure.ts';
import { families, steps, type Family } from './methods.ts';
import { drawReportCourses, tuningCourses } from './prior.ts';
import { comparedAt, tune } from './tune.ts';
import { others, type Kind, type World } from './world.ts';

export interface Compared {
  readonly family: Family;
  readonly curve: readonly CurvePoint[];
  /** As it was published, where it was. */
  readonly published: readonly { readonly name: string; readonly measured: Measured }[];
  /** Its sensitivity at 5 false alerts in 100 sessions. */
  readonly atFive: number | null;
  /** By how much the default set finds more, at least, at equal false alerts. */
  readonly leastLead: number | null;
}

export interface OperatingPoint extends Measured {
  readonly sds: number;
  readonly rules: ReturnType<typeof rulesAt>;
}

/** How the rules as they ship fare where something else holds. */
export interface Elsewhere {
  readonly name: string;
  readonly shipped: Measured;
  readonly atFive: number | null;
  readonly best: { readonly name: string; readonly atFive: number };
  /** Rates of false alerts at which some single rule finds as much or more. */
  readonly notAbove: readonly number[];
}

/** Which single rule came closest to the default set on some courses, and by how much less it finds at least. */
export interface Closest {
  readonly name: string;
  readonly lead: number;
}

export interface Simulated {
  readonly tuning: Tuning;
  readonly courses: readonly Course[];
  readonly compared: readonly Compared[];
  readonly combined: readonly Compared[];
  readonly curve: readonly CurvePoint[];
  readonly points: readonly OperatingPoint[];
  readonly byKind: readonly { readonly kind: Kind; readonly measured: Measured }[];
  readonly elsewhere: readonly Elsewhere[];
  /** On other courses that were drawn in the same way: how far the lead is a matter of the draw. */
  readonly closest: readonly Closest[];
}

/** Positions of the knob that are offered, from few false alerts to many; the one that ships is among them. */
export const offered = [2.7, 2.4, 2.1, shippedAt, 1.6, 1.4, 1.1] as const;
const rates = steps(0.5, 20, 0.5);
const resamples = 400;
const otherSeeds = [20_261_131, 20_261_132, 20_261_133] as const;

/** Tunes on one half of the courses and reports on the other. */
export function simulate(): Simulated {
  const tuning = tune(tuningCourses);
  const courses = drawReportCourses();
  const curve = curveOf(candidate(tuning), courses);
  const shipped = candidate(tuning).at(shippedAt);
  return {
    tuning,
    courses,
    curve,
    compared: families.map((family) => compare(family, courses, curve)),
    combined: combinations(tuning).map((family) => compare(family, courses, curve)),
    points: offered.map((sds) => ({
      sds,
      rules: rulesAt(sds, tuning),
      ...measure(candidate(tuning).at(sds), courses, resamples),
    })),
    byKind: (['rupture', 'decline', 'dropout'] as const).map((kind) => {
      const some = courses.filter((course) => course.kind === kind);
      return { kind, measured: measure(shipped, some, resamples) };
    }),
    elsewhere: others.map(([name, world]) => look(name, world, tuning)),
    closest: otherSeeds.map((seed) => closestOn(drawCourses(2_000, seed), tuning)),
  };
}

function closestOn(courses: readonly Course[], tuning: Tuning): Closest {
  const ours = curveOf(candidate(tuning), courses);
  return families
    .map((family) => ({
      name: family.name,
      lead: leastLead(ours, curveOf(family, courses), rates) ?? Number.POSITIVE_INFINITY,
    }))
    .reduce((closest, each) => (each.lead < closest.lead ? each : closest));
}

function compare(family: Family, courses: readonly Course[], ours: readonly CurvePoint[]): Compared {
  const curve = curveOf(family, courses);
  const published = (family.published ?? []).map(([threshold, name]) => ({
    name: name === undefined ? family.name : `${family.name} (${name})`,
    measured: measure(family.at(threshold), courses, resamples),
  }));
  const [atFive, lead] = [sensitivityAt(curve, 5), leastLead(ours, curve, rates)];
  return { family, curve, published, atFive, leastLead: lead };
}

function look(name: string, world: World, tuning: Tuning): Elsewhere {
  const courses = drawCourses(1_000, 20_261_125, world);
  const ours = curveOf(candidate(tuning), courses, 2);
  const theirs = families.map((family) => ({
    name: family.name,
    curve: curveOf(family, courses, family.thresholds.length > 24 ? 2 : 1),
  }));
  const atFive = theirs.map((each) => ({ name: each.name, atFive: sensitivityAt(each.curve, 5) ?? 0 }));
  return {
    name,
    shipped: measure(candidate(tuning).at(shippedAt), courses, resamples),
    atFive: sensitivityAt(ours, 5),
    best: atFive.reduce((best, each) => (each.atFive > best.atFive ? each : best)),
    notAbove: comparedAt.filter((rate) =>
      theirs.some(({ curve }) => (leastLead(ours, curve, [rate]) ?? 1) <= 0),
    ),
  };
}
