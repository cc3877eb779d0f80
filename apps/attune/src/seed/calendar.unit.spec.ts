import { expect, test } from '@jest/globals';
import { atLocalHour, mondayOf } from './calendar.ts';

test.each([
  ['2026-01-12', '2026-01-12T08:00:00.000Z'],
  ['2026-07-13', '2026-07-13T07:00:00.000Z'],
  // The Monday after the clocks went forward.
  ['2026-03-30', '2026-03-30T07:00:00.000Z'],
])('nine o’clock in Berlin on %s', (date, instant) => {
  expect(atLocalHour(new Date(date), 9, 'Europe/Berlin').toISOString()).toBe(instant);
});

test('one o’clock in the night in which the clocks go forward at two is still winter time', () => {
  const night = atLocalHour(new Date('2026-03-29'), 1, 'Europe/Berlin');
  expect(night.toISOString()).toBe('2026-03-29T00:00:00.000Z');
});

test('a Sunday belongs to the week of the Monday before', () => {
  expect(mondayOf(new Date('2026-11-22T23:30:00Z')).toISOString()).toBe('2026-11-16T00:00:00.000Z');
});
