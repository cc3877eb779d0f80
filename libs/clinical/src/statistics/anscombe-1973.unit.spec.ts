import { expect, it } from '@jest/globals';
import { slope } from './slope.ts';

/** Anscombe (1973), Graphs in statistical analysis, The American Statistician 27:17–21, data set 1 in order of x. */
const times = [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14];
const scores = [4.26, 5.68, 7.24, 4.82, 6.95, 8.81, 8.04, 8.33, 10.84, 7.58, 9.96];

it('given the first data set of Anscombe, the line is 3 + 0.5 x and the slope has a standard error of 0.118', () => {
  const line = slope(scores, { times });
  if (line.outcome !== 'computed') throw new Error(line.outcome);
  expect(line.slope).toBeCloseTo(0.5001, 4);
  expect(line.intercept).toBeCloseTo(3.0001, 4);
  expect(line.standardError).toBeCloseTo(0.1179, 4);
  expect(line.signals).toEqual([]);
});
