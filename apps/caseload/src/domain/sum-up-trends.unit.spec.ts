import { expect, it } from '@jest/globals';
import { sumUpTrends } from './sum-up-trends.ts';

const measures = ['completed', 'taken'] as const;
const always = () => true;

it('every period has every number, zero where nothing was counted', () => {
  const counted = [
    { measure: 'completed' as const, period: 1, count: 7, median: null },
    { measure: 'taken' as const, period: 1, count: 2, median: 600 },
  ];
  expect(sumUpTrends(2, measures, counted, [], always)).toEqual([
    { counts: { completed: 0, taken: 0 }, alliance: { mean: null, clients: 0 }, medianSeconds: null },
    { counts: { completed: 7, taken: 2 }, alliance: { mean: null, clients: 0 }, medianSeconds: 600 },
  ]);
});

it('no mean is told of fewer than five clients, only how many there were', () => {
  const averaged = [
    { period: 0, clients: 4, mean: 40 },
    { period: 1, clients: 5, mean: 41 },
  ];
  expect(sumUpTrends(2, measures, [], averaged, always).map(({ alliance }) => alliance)).toEqual([
    { mean: null, clients: 4 },
    { mean: 41, clients: 5 },
  ]);
});

it('before the first record of its kind a number is not zero but unknown', () => {
  const counted = [{ measure: 'completed' as const, period: 1, count: 7, median: null }];
  const recorded = (measure: string, period: number) => measure === 'completed' && period > 0;
  expect(sumUpTrends(3, measures, counted, [], recorded)).toEqual([
    {
      counts: { completed: null, taken: null },
      alliance: { mean: null, clients: null },
      medianSeconds: null,
    },
    { counts: { completed: 7, taken: null }, alliance: { mean: null, clients: null }, medianSeconds: null },
    { counts: { completed: 0, taken: null }, alliance: { mean: null, clients: null }, medianSeconds: null },
  ]);
});
