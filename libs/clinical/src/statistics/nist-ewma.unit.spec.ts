import { expect, it } from '@jest/globals';
import { ewma } from './ewma.ts';

/** NIST/SEMATECH e-Handbook of statistical methods, 6.3.2.4. */
const scores = [
  52.0, 47.0, 53.0, 49.3, 50.1, 47.0, 51.0, 50.1, 51.2, 50.5, 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4,
  53.6, 52.1,
];
const published = [
  50.6, 49.52, 50.56, 50.18, 50.16, 49.21, 49.75, 49.85, 50.26, 50.33, 50.11, 49.36, 49.52, 50.05, 49.38,
  49.92, 50.73, 51.23, 51.94, 51.99,
];

it('given the data of the handbook, the averages and the settled limits 47.4115 and 52.5884 are those it prints', () => {
  const chart = ewma(scores, { target: 50, sd: 2.0539, lambda: 0.3, exact: false });
  if (chart.outcome !== 'computed') throw new Error(chart.outcome);
  published.forEach((value, index) => {
    // The handbook goes on from rounded values.
    expect(Math.abs(chart.points[index]!.value - value)).toBeLessThan(0.011);
  });
  expect(chart.limits.lower).toBeCloseTo(47.4115, 3);
  expect(chart.limits.upper).toBeCloseTo(52.5884, 3);
  expect(chart.signals).toEqual([]);
});
