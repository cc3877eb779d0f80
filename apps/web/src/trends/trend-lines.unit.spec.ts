import { expect, it } from '@jest/globals';
import type { Period } from '../api/trends.ts';
import { linesOf } from './trend-lines.ts';

const period = (completed: number, over = true) => ({ over, counts: { completed } }) as unknown as Period;
const column = { value: ({ counts }: Period) => counts.completed };
const values = (periods: Period[]) =>
  linesOf(column, periods).map(({ running, data }) => [running, data.map(({ value }) => value)]);

it('the week that still runs is a line of its own, which begins at the end of what is over', () => {
  expect(values([period(7), period(9), period(1, false)])).toEqual([
    [false, [7, 9]],
    [true, [9, 1]],
  ]);
});

it('what is all over is one line', () => {
  expect(values([period(7), period(9)])).toEqual([[false, [7, 9]]]);
});
