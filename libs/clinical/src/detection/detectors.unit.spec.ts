import { describe, expect, it } from '@jest/globals';
import { absoluteCutOff } from './absolute-cut-off.ts';
import { fallSinceLast } from './fall-since-last.ts';

describe('absolute cut-off', () => {
  it('has nothing to say without a score', () => {
    expect(absoluteCutOff([], { below: 36 })).toEqual({ outcome: 'insufficient-data', needed: 1 });
  });

  it('signals below the cut-off and is quiet on it', () => {
    const at = (value: number) => absoluteCutOff([20, value], { below: 36 }).outcome;
    expect([at(35), at(35.99), at(36), at(60)]).toEqual(['signal', 'signal', 'quiet', 'quiet']);
  });

  it('names the score and the cut-off', () => {
    expect(absoluteCutOff([50, 30], { below: 36 })).toEqual({
      outcome: 'signal',
      evidence: { value: 30, threshold: 36, previous: null },
    });
  });
});

describe('fall since last', () => {
  it('needs two scores', () => {
    expect(fallSinceLast([12], { by: 8 })).toEqual({ outcome: 'insufficient-data', needed: 2 });
  });

  it('signals a fall of exactly the limit, not a smaller one and not a rise', () => {
    const to = (value: number) => fallSinceLast([50, value], { by: 8 }).outcome;
    expect([to(42), to(43), to(60)]).toEqual(['signal', 'quiet', 'quiet']);
  });

  it('compares with the score just before, not with an earlier one', () => {
    expect(fallSinceLast([60, 48, 45], { by: 8 })).toEqual({
      outcome: 'quiet',
      evidence: { value: 45, threshold: 8, previous: 48 },
    });
  });
});
