import { expect, it } from '@jest/globals';
import { numberOf, shownNumber } from './typed-number.ts';

it.each<[string | number, number | undefined]>([
  [7, 7],
  ['-0.5', -0.5],
  ['1.', 1],
  ['', undefined],
  ['-', undefined],
  ['.', undefined],
])('%j is the number %j', (entered, number) => {
  expect(numberOf(entered)).toBe(number);
});

/** The number as it comes back from the JSON that it is kept in. */
const kept = (typed: string) => {
  const { number = null } = JSON.parse(JSON.stringify({ number: numberOf(typed) })) as { number?: number };
  return number;
};

it.each(['-0.5', '-0.05', '1.05', '-12', ''])('%s is typed letter by letter', (whole) => {
  let field: string | number = '';
  for (const letter of whole) {
    const typed = String(field) + letter;
    field = shownNumber(typed, kept(typed));
  }
  expect(field).toBe(whole);
});

it('a number that was changed elsewhere is shown in place of what was typed', () => {
  expect([shownNumber('-0', 3), shownNumber(2, null), shownNumber('', 2)]).toEqual([3, '', 2]);
});
