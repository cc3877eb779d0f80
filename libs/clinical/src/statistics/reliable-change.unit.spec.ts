import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InvalidOption } from './invalid-option.error.ts';
import { reliableChange, reliableChangeLimits, type ReliableChangeOptions } from './reliable-change.ts';

/** Reliable is a change of more than 5.544 points (z 1.96, SD 2, r 0). */
const coarse = { sd: 2, reliability: 0 };
const classOf = (scores: number[], options: Partial<ReliableChangeOptions> = {}) => {
  const result = reliableChange(scores, { ...coarse, ...options });
  return result.outcome === 'computed' ? result.class : result.outcome;
};

describe('reliable change', () => {
  it('needs two scores and says how many it was given', () => {
    expect(reliableChange([20], coarse)).toEqual({ outcome: 'insufficient-data', needed: 2, given: 1 });
  });

  it.each([
    [[20, 25.5], 'unchanged'],
    [[20, 25.6], 'improved'],
    [[20, 14.5], 'unchanged'],
    [[20, 14.4], 'deteriorated'],
    [[20, 30, 20], 'unchanged'],
  ])('calls %j %s where higher is better', (scores, expected) => {
    expect(classOf(scores)).toBe(expected);
  });

  it.each(['higher-is-better', 'lower-is-better'] as const)(
    'is what exceeds the limit: a change that equals it is none, where %s',
    (direction) => {
      const { reliableChange: limit } = reliableChangeLimits(coarse);
      expect(classOf([20, 20 + limit], { direction })).toBe('unchanged');
      expect(classOf([20, 20 - limit], { direction })).toBe('unchanged');
    },
  );

  it.each([
    [[20, 14.4], 'improved'],
    [[20, 25.6], 'deteriorated'],
  ])('calls %j %s where lower is better', (scores, expected) => {
    expect(classOf(scores, { direction: 'lower-is-better' })).toBe(expected);
  });

  it.each([
    ['from 24 to 31 across 25', [24, 31], 'higher-is-better', 'recovered'],
    ['from 25, which is not clinical', [25, 31], 'higher-is-better', 'improved'],
    ['up to 25 exactly', [19, 25], 'higher-is-better', 'recovered'],
    ['from 10, which is clinical', [10, 4], 'lower-is-better', 'recovered'],
    ['down to 10 exactly', [16, 10], 'lower-is-better', 'improved'],
    ['to the wrong side', [31, 24], 'higher-is-better', 'deteriorated'],
  ] as const)('reads the cut-off as it is printed: %s', (_title, scores, direction, expected) => {
    const cutoff = direction === 'higher-is-better' ? 25 : 10;
    expect(classOf([...scores], { direction, cutoff })).toBe(expected);
  });

  it('names every score that differs reliably from the first', () => {
    expect(reliableChange([20, 26, 22, 10], coarse)).toMatchObject({
      change: -10,
      signals: [
        { index: 1, change: 6, class: 'improved' },
        { index: 3, change: -10, class: 'deteriorated' },
      ],
    });
  });

  it('asks for more where more confidence is wanted', () => {
    expect(classOf([20, 25], { confidence: 0.9 })).toBe('improved');
    expect(classOf([20, 25], { confidence: 0.99 })).toBe('unchanged');
  });

  it.each([
    [{ sd: 0 }, 'sd'],
    [{ sd: Infinity }, 'sd'],
    [{ reliability: 1 }, 'reliability'],
    [{ reliability: -0.1 }, 'reliability'],
    [{ confidence: 0 }, 'confidence'],
    [{ confidence: 1 }, 'confidence'],
  ])('refuses %j', (options, option) => {
    expect(() => classOf([20, 30], options)).toThrow(
      expect.objectContaining({ name: 'InvalidOption', option }),
    );
  });

  it('refuses scores that are not numbers, and says which', () => {
    expect(() => reliableChange([20, Number.NaN], coarse)).toThrow(InvalidOption);
    expect(() => reliableChange([20, Number.NaN], coarse)).toThrow('scores/1');
  });

  it('is turned round when scores and direction are', () => {
    const score = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(score, score, (first, last) => {
        expect(classOf([40 - first, 40 - last], { direction: 'lower-is-better' })).toBe(
          classOf([first, last]),
        );
      }),
    );
  });
});
