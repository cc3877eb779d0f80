import { expect, it } from '@jest/globals';
import { analyse, type Analysis } from './analyse.ts';

const scores = [50, 51, 50, 49, 50, 51, 50, 49, 44, 40, 46, 47, 45];
const population = { clinical: { mean: 40, sd: 7 }, normative: { mean: 60, sd: 7 } };

it.each<[Analysis['method'], object]>([
  ['reliable-change', { sd: 7, reliability: 0.8 }],
  ['clinical-cutoff', population],
  ['individuals', {}],
  ['ewma', { target: 50, sd: 2 }],
  ['cusum', { target: 50, sd: 2 }],
  ['baseline', {}],
  ['fall', { by: 2 }],
  ['slope', {}],
])('%s says which options it has used: with them it comes to the same', (method, options) => {
  const run = (some: object) => analyse({ method, scores, options: some } as Analysis);
  const result = run(options);
  if (result.outcome !== 'computed') throw new Error('too few scores');
  expect(result.options).toMatchObject(options);
  // Null stands for what no number can say: all scores, no cut-off, one after the other.
  const said = Object.entries(result.options).filter(([, value]) => value !== null);
  expect(run(Object.fromEntries(said))).toEqual(result);
});

it('says what was told in the place of what is usual', () => {
  const options = {
    sd: 7,
    reliability: 0.8,
    confidence: 0.9,
    cutoff: 45,
    direction: 'lower-is-better' as const,
  };
  expect(analyse({ method: 'reliable-change', scores, options })).toMatchObject({ options });
  expect(analyse({ method: 'reliable-change', scores, options: { sd: 7, reliability: 0.8 } })).toMatchObject({
    options: { confidence: 0.95, cutoff: null, direction: 'higher-is-better' },
  });
});
