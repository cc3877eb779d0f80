import { describe, expect, it } from '@jest/globals';
import { expectedScore } from './expected-score.ts';

const scale = { mean: 48, between: 6, within: 4 };
const pointsOf = (scores: number[], options = {}) => {
  const result = expectedScore(scores, { ...scale, ...options });
  if (result.outcome !== 'computed') throw new Error(result.outcome);
  return result.points;
};

describe('expected score', () => {
  it('needs one score', () => {
    expect(expectedScore([], scale)).toEqual({ outcome: 'insufficient-data', needed: 1, given: 0 });
  });

  it('holds the first score against the population, with the spread between and within clients', () => {
    const [first] = pointsOf([40]);
    expect(first).toMatchObject({ expected: 48, signal: false });
    expect(first!.sd).toBeCloseTo(Math.sqrt(36 + 16), 10);
    expect(first!.deviation).toBeCloseTo(-8 / Math.sqrt(52), 10);
    expect(first!.limit).toBeCloseTo(48 - 2 * Math.sqrt(52), 10);
  });

  it('weighs the first score by the reliability of a single one', () => {
    // 36 / (36 + 16) of the way from 48 to 52.
    expect(pointsOf([52, 50])[1]!.expected).toBeCloseTo(48 + (36 / 52) * 4, 10);
  });

  it('tends to the own mean and to the scatter within as scores add up', () => {
    const last = pointsOf(Array.from({ length: 60 }, () => 54)).at(-1)!;
    expect(last.expected).toBeCloseTo(54, 0);
    expect(last.sd).toBeCloseTo(4, 1);
  });

  it('is not moved by an outlier more than the clip allows', () => {
    const settled = Array.from({ length: 20 }, () => 54);
    const after = (clip: number) => pointsOf([...settled, 14, 54], { clip }).at(-1)!.expected;
    expect(after(1.5)).toBeGreaterThan(after(100));
    expect(after(1.5)).toBeGreaterThan(53);
  });

  it('follows a level that drifts', () => {
    const scores = [54, 54, 54, 54, 46, 46, 46, 46];
    const last = (drift: number) => pointsOf(scores, { drift }).at(-1)!.expected;
    expect(last(3)).toBeLessThan(last(0));
  });

  it('signals what is worse than the limit, in either direction', () => {
    expect(expectedScore([54, 54, 54, 40], scale)).toMatchObject({ signals: [{ index: 3 }] });
    expect(expectedScore([54, 54, 54, 40], { ...scale, direction: 'lower-is-better' })).toMatchObject({
      signals: [],
    });
    expect(expectedScore([42, 42, 42, 56], { ...scale, direction: 'lower-is-better' })).toMatchObject({
      signals: [{ index: 3 }],
    });
  });

  it.each([
    [{ mean: Number.NaN }, 'mean'],
    [{ between: 0 }, 'between'],
    [{ within: 0 }, 'within'],
    [{ drift: -1 }, 'drift'],
    [{ sds: 0 }, 'sds'],
    [{ clip: 0 }, 'clip'],
  ])('refuses %j', (options, option) => {
    expect(() => pointsOf([50], options)).toThrow(expect.objectContaining({ option }));
  });
});
