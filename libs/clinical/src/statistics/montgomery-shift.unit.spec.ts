import { describe, expect, it } from '@jest/globals';
import { cusum } from './cusum.ts';
import { ewma } from './ewma.ts';

/** Montgomery, Introduction to statistical quality control, table 9.1: N(10, 1) for 20 samples, then N(11, 1). */
const samples = [
  9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.2, 10.34, 9.03, 11.47, 10.51, 9.4, 10.08, 9.37, 10.62,
  10.31, 8.52, 10.84, 10.9, 9.33, 12.29, 11.5, 10.6, 11.08, 10.38, 11.62, 11.31, 10.52,
];

describe('given the samples whose mean shifts by one standard deviation after the twentieth', () => {
  it('the tabular CUSUM exceeds 5 first at sample 29, with 5.28', () => {
    const chart = cusum(samples, { target: 10, sd: 1, k: 0.5, h: 5 });
    if (chart.outcome !== 'computed') throw new Error(chart.outcome);
    expect(chart.signals[0]).toMatchObject({ index: 28, side: 'above' });
    expect(chart.points[28]!.upper).toBeCloseTo(5.28, 2);
    expect(Math.max(...chart.points.map(({ lower }) => lower))).toBeLessThan(5);
  });

  it('the EWMA with λ 0.1 and L 2.7 starts at 9.945 within 9.73 and 10.27 and leaves its limits at sample 29, with 10.6468', () => {
    const chart = ewma(samples, { target: 10, sd: 1, lambda: 0.1, sigmas: 2.7 });
    if (chart.outcome !== 'computed') throw new Error(chart.outcome);
    expect(chart.points[0]!.value).toBeCloseTo(9.945, 10);
    expect(chart.points[0]!.lower).toBeCloseTo(9.73, 10);
    expect(chart.points[0]!.upper).toBeCloseTo(10.27, 10);
    expect(chart.limits.upper).toBeCloseTo(10.62, 2);
    expect(chart.signals[0]).toMatchObject({ index: 28, side: 'above' });
    expect(chart.signals[0]!.value).toBeCloseTo(10.6468, 4);
  });
});
