import { expect, test } from '@jest/globals';
import { dateInZone } from './date-in-zone.ts';

test.each([
  ['America/Los_Angeles', '2026-11-22'],
  ['UTC', '2026-11-22'],
  ['Europe/Berlin', '2026-11-23'],
  ['Pacific/Kiritimati', '2026-11-23'],
])('half past eleven at night by universal time is in %s on %s', (zone, date) => {
  expect(dateInZone(new Date('2026-11-22T23:30:00Z'), zone)).toBe(date);
});
