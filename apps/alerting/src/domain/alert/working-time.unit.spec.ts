import { expect, it } from '@jest/globals';
import { afterWorkingTime, type WorkingCalendar } from './working-time.ts';

const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' }));
const berlin: WorkingCalendar = { zone: 'Europe/Berlin', workingHours: weekdays, holidays: ['2026-12-25'] };
const after = (from: string, minutes: number, calendar = berlin) =>
  afterWorkingTime(new Date(from), minutes, calendar).toISOString();

it.each([
  ['inside a day', '2026-11-23T09:00:00Z', 240, '2026-11-23T13:00:00.000Z'],
  ['over the evening', '2026-11-23T15:00:00Z', 120, '2026-11-24T09:00:00.000Z'],
  ['over the weekend', '2026-11-27T15:30:00Z', 60, '2026-11-30T08:30:00.000Z'],
  ['from the night before', '2026-11-22T23:00:00Z', 60, '2026-11-23T09:00:00.000Z'],
  ['over a holiday', '2026-12-24T15:00:00Z', 120, '2026-12-28T09:00:00.000Z'],
  ['to the very end of a shift', '2026-11-23T08:00:00Z', 480, '2026-11-23T16:00:00.000Z'],
  ['of nothing, inside working hours', '2026-11-23T09:00:00Z', 0, '2026-11-23T09:00:00.000Z'],
  // The clocks go forward on 29 March 2026: Monday begins an hour earlier by UTC.
  ['over the change of the clocks', '2026-03-27T15:30:00Z', 60, '2026-03-30T07:30:00.000Z'],
])('counts %s', (_, from, minutes, expected) => {
  expect(after(from, minutes)).toBe(expected);
});

it('counts hours that overlap once, and a night as two shifts', () => {
  const calendar = {
    ...berlin,
    zone: 'UTC',
    workingHours: [
      { weekday: 1, from: '09:00', to: '12:00' },
      { weekday: 1, from: '10:00', to: '13:00' },
      { weekday: 1, from: '22:00', to: '24:00' },
      { weekday: 2, from: '00:00', to: '06:00' },
    ],
  };
  expect(after('2026-11-23T09:00:00Z', 240, calendar)).toBe('2026-11-23T13:00:00.000Z');
  expect(after('2026-11-23T09:00:00Z', 241, calendar)).toBe('2026-11-23T22:01:00.000Z');
  expect(after('2026-11-23T22:30:00Z', 180, calendar)).toBe('2026-11-24T01:30:00.000Z');
});

it('waits a month at most for a clinic that never works', () => {
  expect(after('2026-11-23T09:00:00Z', 1, { ...berlin, workingHours: [] })).toBe('2026-12-24T09:00:00.000Z');
});
