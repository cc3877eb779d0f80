import '../language/in-english.ts';
import { expect, test } from '@jest/globals';
import { changeWords } from './change-words.ts';

test.each([
  [null, 'first answer'],
  [0, 'steady'],
  [-2, 'steady'],
  [-3, 'fell by 3'],
  [-8, 'fell sharply by 8'],
  [5, 'rose by 5'],
  [12, 'rose sharply by 12'],
])('a change of %p reads "%s"', (change, words) => {
  expect(changeWords(change)).toBe(words);
});
