import '../language/in-english.ts';
import { expect, it } from '@jest/globals';
import { addDays, clock, dateWords, durationWords } from './dates.ts';

it('days are counted by the calendar', () => {
  expect([addDays('2026-10-31', 1), addDays('2026-03-01', -1), addDays('2028-02-28', 1)]).toEqual([
    '2026-11-01',
    '2026-02-28',
    '2028-02-29',
  ]);
  expect(dateWords('2026-11-23')).toMatch(/^Monday,? 23 November 2026$/);
});

it('the time of a session is that of the zone', () => {
  expect(clock('2026-11-23T08:00:00Z', 'Europe/Berlin')).toBe('09:00');
});

it('durations are told in the largest unit that says enough', () => {
  expect([20, 300, 5_340, 7_200, 86_400, 260_000].map(durationWords)).toEqual([
    ...['under a minute', '5 min', '89 min', '2 h', '24 h', '3 days'],
  ]);
});
