import { expect, it } from '@jest/globals';
import { workingMorning } from './working-morning.ts';

const clinic = {
  zone: 'Europe/Berlin',
  workingHours: [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, from: '14:00', to: '18:00' },
    { weekday, from: '08:00', to: '12:00' },
  ]),
  holidays: ['2026-12-08'],
};
const morning = (now: string, days: number, most = 7) => workingMorning(clinic, days, most, Date.parse(now));

it('waits until the clinic works again, not until the same minute of the night', () => {
  // Monday, 02:35 in Berlin.
  expect(morning('2026-11-30T01:35:00Z', 1)).toBe('2026-12-01T07:00:00.000Z');
  expect(morning('2026-11-30T01:35:00Z', 3)).toBe('2026-12-03T07:00:00.000Z');
});

it('counts days by the calendar of the clinic, leaving out weekends and holidays', () => {
  // Friday evening; and Monday late, when it is Tuesday nowhere yet but the day after is a holiday.
  expect(morning('2026-12-04T17:00:00Z', 1)).toBe('2026-12-07T07:00:00.000Z');
  expect(morning('2026-12-07T22:30:00Z', 1)).toBe('2026-12-09T07:00:00.000Z');
});

it('is never longer than the clinic allows: then it is the last morning until then', () => {
  expect(morning('2026-11-30T12:00:00Z', 7)).toBe('2026-12-07T07:00:00.000Z');
  // A whole week from 02:35 on would be over before anybody works.
  expect(morning('2026-11-30T01:35:00Z', 7)).toBe('2026-12-04T07:00:00.000Z');
});

it('is as long as the clinic allows where it does not work before', () => {
  expect(morning('2026-12-04T17:00:00Z', 1, 2)).toBe('2026-12-06T16:59:00.000Z');
});
