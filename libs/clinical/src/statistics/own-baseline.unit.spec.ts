import { describe, expect, it } from '@jest/globals';
import { ownBaseline } from './own-baseline.ts';

const signalsOf = (scores: number[], options: Parameters<typeof ownBaseline>[1] = {}) => {
  const result = ownBaseline(scores, options);
  return result.outcome === 'computed' ? result.signals.map(({ index }) => index) : result.outcome;
};

describe('own baseline', () => {
  it('says nothing before the fourth score', () => {
    expect(ownBaseline([48, 50, 20])).toEqual({ outcome: 'insufficient-data', needed: 4, given: 3 });
    expect(ownBaseline([48, 50, 52, 20])).toMatchObject({ points: [null, null, null, expect.anything()] });
  });

  it('holds a score against the mean and SD of those before it, never of itself', () => {
    expect(ownBaseline([48, 50, 52, 46])).toMatchObject({
      limits: { mean: 50, sd: 2, limit: 47 },
      signals: [{ index: 3, deviation: -2, limit: 47 }],
    });
  });

  it('signals below the limit and is quiet on it', () => {
    expect([signalsOf([48, 50, 52, 47]), signalsOf([48, 50, 52, 46.9])]).toEqual([[], [3]]);
  });

  it('counts with the floor where the own scores happen to be alike', () => {
    expect(signalsOf([50, 50, 50, 47])).toEqual([3]);
    expect(signalsOf([50, 50, 50, 47], { floor: 3 })).toEqual([]);
    expect(signalsOf([50, 50, 50, 45], { floor: 3 })).toEqual([3]);
    expect(ownBaseline([48, 50, 52, 46], { floor: 1 })).toMatchObject({ limits: { sd: 2 } });
  });

  it('looks up instead of down where lower is better', () => {
    expect(signalsOf([10, 12, 11, 15], { direction: 'lower-is-better' })).toEqual([3]);
    expect(signalsOf([10, 12, 11, 7], { direction: 'lower-is-better' })).toEqual([]);
  });

  it('has no deviation where there is no spread', () => {
    expect(ownBaseline([50, 50, 50, 47])).toMatchObject({ signals: [{ deviation: null, limit: 50 }] });
  });

  it.each([
    [{ sds: 0 }, 'sds'],
    [{ minimum: 1 }, 'minimum'],
    [{ minimum: 2.5 }, 'minimum'],
    [{ floor: -1 }, 'floor'],
  ])('refuses %j', (options, option) => {
    expect(() => ownBaseline([1, 2, 3, 4], options)).toThrow(expect.objectContaining({ option }));
  });
});
