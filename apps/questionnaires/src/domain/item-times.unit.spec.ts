import { expect, test } from '@jest/globals';
import { stepOf, withinSeconds } from './item-times.ts';

test.each([
  [0, 2],
  [2, 2],
  [3, 5],
  [300, 300],
  [301, 0],
])('%i seconds belong to step %i', (seconds, step) => {
  expect(stepOf(seconds)).toBe(step);
});

test('half of the answers, and nine of ten, come within a step', () => {
  const counts = [
    { within: 5, count: 6 },
    { within: 30, count: 3 },
    { within: 0, count: 1 },
  ];
  expect([0.5, 0.9, 1].map((share) => withinSeconds(counts, share))).toEqual([5, 30, null]);
});
