import { expect, it } from '@jest/globals';
import { cusum } from './cusum.ts';

/** NIST/SEMATECH e-Handbook of statistical methods, 6.3.2.3: twenty means of four, target 325, k 0.3175, h 4.1959. */
const means = [
  324.925, 324.675, 324.725, 324.35, 325.35, 325.225, 324.125, 324.525, 325.225, 324.6, 324.625, 325.15,
  328.325, 327.25, 327.825, 328.5, 326.675, 327.775, 326.875, 328.35,
];

it('given the data of the handbook, the sum rises from group 13 on and signals from group 14 on', () => {
  const chart = cusum(means, { target: 325, sd: 1, k: 0.3175, h: 4.1959 });
  if (chart.outcome !== 'computed') throw new Error(chart.outcome);
  const upper = chart.points.map((point) => point.upper);
  [3.0075, 4.94, 7.4475, 10.63, 11.9875, 14.445, 16.0025, 19.035].forEach((value, index) => {
    expect(upper[12 + index]).toBeCloseTo(value, 6);
  });
  expect(chart.signals.map(({ index, side }) => [index, side])).toEqual(
    [13, 14, 15, 16, 17, 18, 19].map((index) => [index, 'above']),
  );
});
