import '../language/in-english.ts';
import { expect, test } from '@jest/globals';
import { changeWords } from './change-words.ts';

test.each([
  [null, 'first answer'],
  [0, 'about as before'],
  [-2, 'about as before'],
  [-3, 'fell by 3'],
  [-8, 'fell sharply by 8'],
  [5, 'rose by 5'],
  [12, 'rose sharply by 12'],
])('a change of %p reads "%s"', (change, words) => {
  expect(changeWords({ change, min: 12, max: 60 })).toBe(words);
});

test('a short scale has smaller steps', () => {
  const words = (change: number) => changeWords({ change, min: 4, max: 20 });
  expect([words(-0.5), words(-2), words(-3)]).toEqual(['about as before', 'fell by 2', 'fell sharply by 3']);
});
