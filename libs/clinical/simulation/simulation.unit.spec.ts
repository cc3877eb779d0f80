import { describe, expect, it } from '@jest/globals';
import { defaultRuleSet, operatingPoints } from '../src/index.ts';
import { candidate, rulesAt, tunings } from './candidate.ts';
import { assumptions, drawCourses, kinds } from './courses.ts';
import { curveOf, sensitivityAt } from './curve.ts';
import { measure, type Method } from './measure.ts';
import { families } from './methods.ts';

const courses = drawCourses(500, 99);
const shipped: Method = defaultRuleSet.rules.map(({ detector }) => detector);
/** The tuning behind the rules that ship. */
const tuning = tunings.find((each) =>
  operatingPoints.every(
    ({ standardDeviations, rules }) =>
      JSON.stringify(rulesAt(standardDeviations, each)) === JSON.stringify(rules),
  ),
);

describe('the courses', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(drawCourses(20, 5)).toEqual(drawCourses(20, 5));
    expect(drawCourses(20, 5)).not.toEqual(drawCourses(20, 6));
  });

  it('are of every kind, whole numbers on the scale, most of them near its top', () => {
    expect(new Set(courses.map(({ kind }) => kind))).toEqual(new Set(kinds));
    const scores = courses.flatMap((course) => course.scores);
    expect(scores.every((score) => Number.isInteger(score) && score >= 12 && score <= 60)).toBe(true);
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    expect(Math.abs(mean - assumptions.mean)).toBeLessThan(2);
  });

  it('have episodes where something happens, and hardly any where nothing does', () => {
    const share = (kind: string) => {
      const some = courses.filter((course) => course.kind === kind);
      return some.filter(({ episode }) => episode.some((number) => number !== null)).length / some.length;
    };
    expect(share('rupture')).toBe(1);
    expect(share('dropout')).toBeGreaterThan(0.9);
    expect(share('stable')).toBeLessThan(0.1);
  });
});

describe('what is measured', () => {
  const course = { kind: 'stable', scores: [50, 30, 30, 50, 30], episode: [null, 0, 0, null, null] } as const;
  const low: Method = [{ kind: 'absolute-cut-off', cutoff: 36 }];

  it('counts an episode once, and alerts outside of one as false', () => {
    expect(measure(low, [course])).toMatchObject({ sensitivity: 1, episodes: 1, sessions: 3, delay: 0 });
    expect(measure(low, [course]).falsePer100).toBeCloseTo(100 / 3, 10);
  });

  it('says how long it took', () => {
    const late: Method = [{ kind: 'cusum', target: 50, sd: 1, k: 0, h: 30 }];
    expect(measure(late, [course]).delay).toBe(1);
  });

  it('has an interval round the share of episodes (Wilson)', () => {
    const [lowest, highest] = measure(low, [course]).sensitivityInterval;
    expect([lowest, highest]).toEqual([expect.closeTo(0.2065, 3), expect.closeTo(1, 10)]);
  });
});

describe('the default set', () => {
  it('is one that the simulation has written', () => {
    expect(tuning).toBeDefined();
    expect(operatingPoints.filter((point) => point.shipped)).toHaveLength(1);
  });

  it('raises at most 5 false alerts in 100 sessions, on courses it was not tuned on', () => {
    expect(measure(shipped, courses).falsePer100).toBeLessThanOrEqual(5);
  });

  it.each(families.map((family) => [family.name, family] as const))(
    'finds more than "%s" at the same rate of false alerts',
    (_name, family) => {
      const ours = curveOf(candidate(tuning!), courses);
      const theirs = curveOf(family, courses);
      for (const rate of [0.5, 1, 2, 3, 5, 8, 12, 20]) {
        const other = sensitivityAt(theirs, rate);
        if (other !== null) expect(sensitivityAt(ours, rate)).toBeGreaterThan(other);
      }
    },
  );
});
