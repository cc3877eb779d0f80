import { describe, expect, it } from '@jest/globals';
import { clinicalCutOff } from './clinical-cut-off.ts';

const depressed = { mean: 15, sd: 5 };
const healthy = { mean: 3, sd: 3 };

describe('clinical cut-off', () => {
  it('takes the direction from the populations and weights each mean by the SD of the other', () => {
    expect(clinicalCutOff([], { clinical: depressed, normative: healthy })).toEqual({
      outcome: 'computed',
      direction: 'lower-is-better',
      limits: { a: 5, b: 9, c: 7.5 },
      signals: [],
    });
  });

  it('names the scores on the clinical side of c, where lower is better c itself among them', () => {
    const { signals } = clinicalCutOff([7, 7.5, 20], { clinical: depressed, normative: healthy });
    expect(signals).toEqual([
      { index: 1, score: 7.5 },
      { index: 2, score: 20 },
    ]);
  });

  it.each([
    ['clinical/sd', { clinical: { mean: 15, sd: 0 }, normative: healthy }],
    ['normative/sd', { clinical: depressed, normative: { mean: 3, sd: -1 } }],
    ['normative/mean', { clinical: depressed, normative: { mean: 15, sd: 3 } }],
  ])('refuses an impossible %s', (option, options) => {
    expect(() => clinicalCutOff([], options)).toThrow(expect.objectContaining({ option }));
  });
});
