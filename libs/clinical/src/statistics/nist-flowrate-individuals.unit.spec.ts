import { expect, it } from '@jest/globals';
import { individualsChart } from './individuals-chart.ts';

/** NIST/SEMATECH e-Handbook of statistical methods, 6.3.2.2: ten batches' flow rates. */
const flow = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];

it('given the flow rates of the handbook, the limits are 45.8159 and 55.8041 round 50.81, and no rate lies outside', () => {
  const chart = individualsChart(flow, { rules: [1] });
  if (chart.outcome !== 'computed') throw new Error(chart.outcome);
  expect(chart.limits.centre).toBeCloseTo(50.81, 10);
  expect(chart.limits.meanMovingRange).toBeCloseTo(1.8778, 4);
  expect(chart.limits.lower).toBeCloseTo(45.8159, 3);
  expect(chart.limits.upper).toBeCloseTo(55.8041, 3);
  expect(chart.limits.calibration).toBe(10);
  expect(chart.signals).toEqual([]);
});
