import { describe, expect, it } from '@jest/globals';
import { cutOff } from './cut-off.ts';
import { fallSinceLast } from './fall-since-last.ts';

describe('fall since last', () => {
  it('needs two scores', () => {
    expect(fallSinceLast([12], { by: 8 })).toEqual({ outcome: 'insufficient-data', needed: 2, given: 1 });
  });

  it('signals a fall of exactly the limit, not a smaller one and not a rise', () => {
    expect(fallSinceLast([50, 42, 35, 60], { by: 8 })).toEqual({
      outcome: 'computed',
      falls: [null, 8, 7, -25],
      limits: { by: 8 },
      signals: [{ index: 1, fall: 8 }],
    });
  });

  it('signals a rise where lower is better', () => {
    expect(fallSinceLast([10, 16, 4], { by: 6, direction: 'lower-is-better' })).toMatchObject({
      signals: [{ index: 1, fall: 6 }],
    });
  });

  it.each([0, -1, Infinity])('refuses a limit of %d', (by) => {
    expect(() => fallSinceLast([1, 2], { by })).toThrow(expect.objectContaining({ option: 'by' }));
  });
});

describe('cut-off', () => {
  it('needs a score', () => {
    expect(cutOff([], { cutoff: 36 })).toEqual({ outcome: 'insufficient-data', needed: 1, given: 0 });
  });

  it('signals below it and is quiet on it where higher is better', () => {
    expect(cutOff([35, 35.99, 36, 60], { cutoff: 36 })).toMatchObject({
      limits: { cutoff: 36 },
      signals: [
        { index: 0, score: 35 },
        { index: 1, score: 35.99 },
      ],
    });
  });

  it('signals on it and above it where lower is better', () => {
    expect(cutOff([9, 10, 11], { cutoff: 10, direction: 'lower-is-better' })).toMatchObject({
      signals: [{ index: 1 }, { index: 2 }],
    });
  });

  it('refuses a cut-off that is no number', () => {
    expect(() => cutOff([1], { cutoff: Number.NaN })).toThrow(expect.objectContaining({ option: 'cutoff' }));
  });
});
