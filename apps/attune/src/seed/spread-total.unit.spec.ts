import { expect, test } from '@jest/globals';
import { chance } from './random.ts';
import { spreadTotal } from './spread-total.ts';

test.each([12, 13, 36, 47, 59, 60])('twelve answers from 1 to 5 add up to %i', (total) => {
  const answers = spreadTotal(total, 12, 1, 5, chance(total));
  expect(answers.reduce((sum, each) => sum + each, 0)).toBe(total);
  expect(answers.every((answer) => answer >= 1 && answer <= 5)).toBe(true);
});

test('a total that no answers make is refused', () => {
  expect(() => spreadTotal(61, 12, 1, 5, chance(1))).toThrow(RangeError);
});
