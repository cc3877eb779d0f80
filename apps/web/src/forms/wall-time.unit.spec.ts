import { expect, it } from '@jest/globals';
import { instantAt, wallTimeOf } from './wall-time.ts';

it.each([
  ['Europe/Berlin', '2026-11-30T01:38:00.000Z', '2026-11-30T02:38'],
  ['Asia/Kolkata', '2026-11-29T20:00:00.000Z', '2026-11-30T01:30'],
  ['America/Los_Angeles', '2026-07-01T06:30:00.000Z', '2026-06-30T23:30'],
  ['UTC', '2026-11-30T00:00:00.000Z', '2026-11-30T00:00'],
  // An hour before and after the clock is set.
  ['Europe/Berlin', '2026-03-29T00:30:00.000Z', '2026-03-29T01:30'],
  ['Europe/Berlin', '2026-03-29T01:30:00.000Z', '2026-03-29T03:30'],
  ['Europe/Berlin', '2026-10-24T23:30:00.000Z', '2026-10-25T01:30'],
  ['Europe/Berlin', '2026-10-25T02:30:00.000Z', '2026-10-25T03:30'],
])('in %s %s is shown as %s, and read back so', (zone, instant, shown) => {
  expect(wallTimeOf(new Date(instant), zone)).toBe(shown);
  expect(instantAt(shown, zone)).toBe(instant);
});
