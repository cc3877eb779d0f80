import { expect, test } from '@jest/globals';
import { misplacedHours, usualClinic } from './clinic.ts';

const hours = (weekday: number, from: string, to: string) => ({ weekday, from, to });

test('a clinic begins with hours that fit', () => {
  expect(misplacedHours(usualClinic.workingHours)).toEqual([]);
});

test('a day may have a break, and last until midnight', () => {
  const day = [hours(1, '08:00', '12:00'), hours(1, '12:00', '13:00'), hours(1, '15:00', '24:00')];
  expect(misplacedHours(day)).toEqual([]);
});

test.each([
  ['end before they begin', [hours(1, '12:00', '09:00')], [0]],
  ['last no time', [hours(1, '12:00', '12:00')], [0]],
  ['meet earlier ones of their day', [hours(2, '09:00', '12:00'), hours(2, '11:59', '17:00')], [1]],
])('hours that %s are named', (_what, given, misplaced) => {
  expect(misplacedHours(given)).toEqual(misplaced);
});

test('the same hours on another day are others', () => {
  expect(misplacedHours([hours(2, '09:00', '12:00'), hours(3, '09:00', '12:00')])).toEqual([]);
});
