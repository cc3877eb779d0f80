import { expect, it } from '@jest/globals';
import type { Period } from '../api/trends.ts';
import { linesOf, pointsOf } from './trend-lines.ts';

const period = (completed: number | null, over = true) =>
  ({ over, counts: { completed } }) as unknown as Period;
const points = (periods: Period[]) => pointsOf({ value: ({ counts }) => counts.completed }, periods);
const lines = (periods: Period[]) =>
  linesOf(points(periods)).map((line) => line.map(({ at, value }) => [at, value]));

it('the week that still runs is a point of its own, to which no line falls', () => {
  const periods = [period(7), period(9), period(1, false)];
  expect(lines(periods)).toEqual([
    [
      [0, 7],
      [1, 9],
    ],
  ]);
  expect(points(periods).at(-1)).toEqual({ at: 2, value: 1, running: true });
});

it('what was not recorded yet is neither drawn as nothing nor joined to what was', () => {
  const periods = [period(null), period(7), period(null), period(0), period(3)];
  expect(points(periods).map(({ at }) => at)).toEqual([1, 3, 4]);
  expect(lines(periods)).toEqual([
    [[1, 7]],
    [
      [3, 0],
      [4, 3],
    ],
  ]);
});
