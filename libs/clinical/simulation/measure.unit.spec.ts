import { describe, expect, it } from '@jest/globals';
import type { Course } from './courses.ts';
import { leastLead, sensitivityAt } from './curve.ts';
import { measure, type Method } from './measure.ts';

const course: Course = {
  kind: 'stable',
  scores: [50, 30, 30, 50, 30, 30],
  truth: ['calm', 0, 0, 'calm', 'calm', 'weak'],
};
const low: Method = [{ kind: 'absolute-cut-off', cutoff: 36 }];

describe('what is measured', () => {
  it('counts an episode once, alerts outside of one as false, and none about what is weak anyway', () => {
    expect(measure(low, [course])).toMatchObject({ sensitivity: 1, episodes: 1, sessions: 3, delay: 0 });
    expect(measure(low, [course]).falsePer100).toBeCloseTo(100 / 3, 10);
  });

  it('says how long it took', () => {
    const late: Method = [{ kind: 'cusum', target: 50, sd: 1, k: 0, h: 30 }];
    expect(measure(late, [course]).delay).toBe(1);
  });

  it('says between which values the median of the delays lies, which is narrow where there are many', () => {
    const rated = (...scores: number[]): Course => ({ ...course, scores, truth: ['calm', 0, 0] });
    const [soon, late] = [rated(50, 30, 30), rated(50, 50, 30)];
    const of = (times: number, courses: readonly Course[]) =>
      measure(low, Array.from({ length: times }, () => courses).flat());
    expect(of(3, [soon, late])).toMatchObject({ delayInterval: [0, 1] });
    expect(of(100, [soon, soon, late])).toMatchObject({ delay: 0, delayInterval: [0, 0] });
  });

  it('takes any of several alarms for one alert', () => {
    const third: Method = [(scores) => scores.map((_, index) => index === 3)];
    expect(measure([...low, ...third], [course]).falsePer100).toBeCloseTo(200 / 3, 10);
  });

  it('has an interval round the share of episodes (Wilson)', () => {
    const [lowest, highest] = measure(low, [course]).sensitivityInterval;
    expect([lowest, highest]).toEqual([expect.closeTo(0.2065, 3), expect.closeTo(1, 10)]);
  });

  it('has an interval round false alerts that holds their rate and shrinks with more clients', () => {
    const quiet: Course = { ...course, scores: [50, 50, 50, 50, 50, 50] };
    const width = (times: number) => {
      const some = Array.from({ length: times }, () => [course, quiet]).flat();
      const { falsePer100, falseInterval } = measure(low, some, 300);
      expect(falseInterval[0]).toBeLessThanOrEqual(falsePer100);
      expect(falseInterval[1]).toBeGreaterThanOrEqual(falsePer100);
      return falseInterval[1] - falseInterval[0];
    };
    expect(width(100)).toBeLessThan(width(5));
  });
});

describe('curves', () => {
  const at = (falsePer100: number, sensitivity: number) => ({ threshold: 0, falsePer100, sensitivity });
  const curve = [at(1, 0.5), at(3, 0.7), at(9, 0.8)];

  it('are read by a straight line between their points, and not beyond their ends', () => {
    expect(sensitivityAt(curve, 2)).toBeCloseTo(0.6, 10);
    expect(sensitivityAt(curve, 9)).toBeCloseTo(0.8, 10);
    expect(sensitivityAt(curve, 0.5)).toBeNull();
    expect(sensitivityAt(curve, 10)).toBeNull();
  });

  it('are compared where they come closest', () => {
    const other = [at(0.5, 0.2), at(5, 0.72), at(6, 0.73)];
    expect(leastLead(curve, other, [1, 5])).toBeCloseTo(0.7 + 0.1 / 3 - 0.72, 10);
    expect(leastLead(curve, other, [20])).toBeNull();
  });

  it('count as finding nothing where they do not reach', () => {
    expect(leastLead([at(1, 0.5), at(2, 0.6)], curve, [3])).toBeCloseTo(-0.7, 10);
  });
});
