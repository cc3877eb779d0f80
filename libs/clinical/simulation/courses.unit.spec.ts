import { describe, expect, it } from '@jest/globals';
import { drawCourses } from './courses.ts';
import { looksOf } from './looks.ts';
import { estimate } from './prior.ts';
import { assumed, kinds, measurementError } from './world.ts';

const courses = drawCourses(500, 99);

describe('the courses', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(drawCourses(20, 5)).toEqual(drawCourses(20, 5));
    expect(drawCourses(20, 5)).not.toEqual(drawCourses(20, 6));
  });

  it('are of every kind, whole numbers on the scale', () => {
    expect(new Set(courses.map(({ kind }) => kind))).toEqual(new Set(kinds));
    const scores = courses.flatMap((course) => course.scores);
    expect(scores.every((score) => Number.isInteger(score) && score >= 12 && score <= 60)).toBe(true);
  });

  it('lie near the top, many at it and few far below', () => {
    const looks = looksOf(courses);
    expect(looks.nearTop).toBeGreaterThan(0.65);
    expect(looks.atTop).toBeGreaterThan(0.08);
    expect(looks.atTop).toBeLessThan(0.3);
    expect(looks.weak).toBeLessThan(0.1);
  });

  it('go together from one session to the next as retest correlations say', () => {
    expect(looksOf(courses).retest).toBeGreaterThan(0.5);
    expect(looksOf(courses).retest).toBeLessThan(0.8);
  });

  it('have episodes where something happens, and none where nothing does', () => {
    const share = (kind: string) => {
      const some = courses.filter((course) => course.kind === kind);
      return some.filter(({ truth }) => truth.some((each) => typeof each === 'number')).length / some.length;
    };
    expect(share('rupture')).toBe(1);
    expect(share('dropout')).toBe(1);
    expect(share('decline')).toBeGreaterThan(0.8);
    expect(share('stable')).toBe(0);
    expect(share('rising')).toBe(0);
  });

  it('count a weak alliance that did not fall as they are told', () => {
    const weak = (weakCounts: 'neither' | 'found' | 'false') =>
      drawCourses(500, 99, { ...assumed, weakCounts }).flatMap(({ truth }) => truth);
    const [neither, wrong, found] = [weak('neither'), weak('false'), weak('found')];
    const at = neither.flatMap((each, index) => (each === 'weak' ? [index] : []));
    expect(at.length).toBeGreaterThan(0);
    expect(at.every((index) => wrong[index] === 'calm')).toBe(true);
    expect(at.every((index) => typeof found[index] === 'number')).toBe(true);
  });
});

describe('what is known of a population beforehand', () => {
  it('comes out as it was put in where nothing is cut off', () => {
    const shares = { stable: 1, rising: 0, rupture: 0, decline: 0, dropout: 0 };
    const world = { ...assumed, levels: 'normal', mean: 36, shares, weakBelow: 0 } as const;
    const { mean, between, within } = estimate(drawCourses(3_000, 4, world));
    expect(Math.abs(mean - 36)).toBeLessThan(0.5);
    expect(Math.abs(between - assumed.betweenClients)).toBeLessThan(0.4);
    expect(Math.abs(within - Math.hypot(world.occasion, measurementError(world)))).toBeLessThan(0.2);
  });
});
