import { describe, expect, it } from '@jest/globals';
import { cusum } from './cusum.ts';
import { ewma } from './ewma.ts';
import { slope } from './slope.ts';

describe('EWMA', () => {
  const chart = { target: 50, sd: 2 };

  it('needs one score', () => {
    expect(ewma([], chart)).toEqual({ outcome: 'insufficient-data', needed: 1, given: 0 });
  });

  it('has exact limits that widen to the settled ones', () => {
    const result = ewma(
      Array.from({ length: 50 }, () => 50),
      chart,
    );
    if (result.outcome !== 'computed') throw new Error(result.outcome);
    // λ 0.2: the first average is a fifth of one score.
    expect(result.points[0]!.upper).toBeCloseTo(50 + 3 * 2 * 0.2, 10);
    expect(result.limits.upper).toBeCloseTo(50 + 3 * 2 * Math.sqrt(0.2 / 1.8), 6);
  });

  it('is the score itself with λ 1', () => {
    expect(ewma([51, 43.9, 56.1], { ...chart, lambda: 1 })).toMatchObject({
      signals: [
        { index: 1, side: 'below', value: 43.9 },
        { index: 2, side: 'above', value: 56.1 },
      ],
    });
  });

  it.each([
    [{ target: Number.NaN }, 'target'],
    [{ sd: 0 }, 'sd'],
    [{ lambda: 0 }, 'lambda'],
    [{ lambda: 1.1 }, 'lambda'],
    [{ sigmas: 0 }, 'sigmas'],
  ])('refuses %j', (options, option) => {
    expect(() => ewma([50], { ...chart, ...options })).toThrow(expect.objectContaining({ option }));
  });
});

describe('CUSUM', () => {
  const chart = { target: 50, sd: 1, k: 0.5, h: 4 };
  const signalsOf = (scores: number[], options = {}) => {
    const result = cusum(scores, { ...chart, ...options });
    return result.outcome === 'computed' ? result.signals.map(({ index }) => index) : result.outcome;
  };

  it('needs one score', () => {
    expect(cusum([], chart)).toEqual({ outcome: 'insufficient-data', needed: 1, given: 0 });
  });

  it('signals when a sum exceeds the interval, not when it reaches it', () => {
    expect(signalsOf([45.5])).toEqual([]);
    expect(signalsOf([45.4])).toEqual([0]);
    expect(signalsOf([54.6])).toEqual([0]);
  });

  it('forgets what lies within the allowance', () => {
    expect(signalsOf(Array.from({ length: 100 }, () => 49.5))).toEqual([]);
    expect(signalsOf([47, 47, 60, 47])).toEqual([1, 2, 3]);
  });

  it('goes on signalling unless it is set back', () => {
    expect(signalsOf([45, 49.5, 49.5])).toEqual([0, 1, 2]);
    expect(signalsOf([45, 49.5, 49.5, 45], { reset: true })).toEqual([0, 3]);
  });

  it('sets back only the side that has signalled', () => {
    const result = cusum([53, 44, 53], { ...chart, k: 0, reset: true });
    expect(result).toMatchObject({ signals: [{ index: 1, side: 'below' }] });
    expect(cusum([53, 53], { ...chart, k: 0, reset: true })).toMatchObject({
      points: [{ upper: 3 }, { upper: 6, sides: ['above'] }],
    });
  });

  it('names its limits in the unit of the scores, 0.5 and 5 SD unless told', () => {
    expect(cusum([50], { target: 50, sd: 2 })).toMatchObject({
      limits: { allowance: 1, decisionInterval: 10 },
    });
  });

  it.each([
    [{ target: Number.NaN }, 'target'],
    [{ sd: 0 }, 'sd'],
    [{ k: -1 }, 'k'],
    [{ h: 0 }, 'h'],
  ])('refuses %j', (options, option) => {
    expect(() => signalsOf([50], options)).toThrow(expect.objectContaining({ option }));
  });
});

describe('slope', () => {
  it('needs three scores', () => {
    expect(slope([50, 40])).toEqual({ outcome: 'insufficient-data', needed: 3, given: 2 });
  });

  it('signals a course that goes the wrong way by more than its error', () => {
    expect(slope([50, 47, 45, 41])).toMatchObject({ slope: -2.9, signals: [{ index: 3, slope: -2.9 }] });
    expect(slope([41, 45, 47, 50])).toMatchObject({ signals: [] });
    expect(slope([41, 45, 47, 50], { direction: 'lower-is-better' })).toMatchObject({
      signals: [{ index: 3 }],
    });
    expect(slope([50, 40, 51, 41])).toMatchObject({ signals: [] });
  });

  it('asks for more where more standard errors are wanted', () => {
    expect(slope([50, 44, 46, 41])).toMatchObject({ signals: [{ index: 3 }] });
    expect(slope([50, 44, 46, 41], { sigmas: 10 })).toMatchObject({ signals: [] });
  });

  it('counts by time where times are given', () => {
    expect(slope([50, 48, 46], { times: [0, 2, 4] })).toMatchObject({ slope: -1, intercept: 50 });
  });

  it.each([
    [{ times: [0, 1] }, 'times'],
    [{ times: [0, 1, 1] }, 'times'],
    [{ sigmas: 0 }, 'sigmas'],
  ])('refuses %j', (options, option) => {
    expect(() => slope([3, 2, 1], options)).toThrow(expect.objectContaining({ option }));
  });
});
