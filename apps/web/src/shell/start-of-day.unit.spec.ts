import { expect, it } from '@jest/globals';
import { startOfDay } from './start-of-day.ts';

it('a day begins by the clocks of its zone, also where they are put forward or back', () => {
  expect(startOfDay('2026-11-23', 'UTC')).toBe('2026-11-23T00:00:00.000Z');
  expect(startOfDay('2026-11-23', 'Europe/Berlin')).toBe('2026-11-22T23:00:00.000Z');
  expect(startOfDay('2026-11-23', 'America/New_York', 1)).toBe('2026-11-24T05:00:00.000Z');
  // Put forward on 29 March, back on 25 October.
  expect(startOfDay('2026-03-29', 'Europe/Berlin', 1)).toBe('2026-03-29T22:00:00.000Z');
  expect(startOfDay('2026-10-25', 'Europe/Berlin', 1)).toBe('2026-10-25T23:00:00.000Z');
});
