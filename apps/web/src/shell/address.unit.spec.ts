import { expect, it } from '@jest/globals';
import { date, id, text } from './address.ts';

it('a day that there is not is left out of an address', () => {
  expect(date('2028-02-29')).toBe('2028-02-29');
  for (const wrong of ['2026-02-29', '2026-99-99', '2026-11-3', 'tomorrow', '', 20261130, undefined])
    expect(date(wrong)).toBeUndefined();
});

it('so is what is nobody’s id', () => {
  const given = '0192e4a0-7c1d-7b3e-9f00-1234567890ab';
  expect(id(given)).toBe(given);
  for (const wrong of ['nope', `${given}0`, '', 7, undefined]) expect(id(wrong)).toBeUndefined();
});

it('and a text without a letter', () => {
  expect([text('anna'), text(''), text(7)]).toEqual(['anna', undefined, undefined]);
});
