import '../language/in-english.ts';
import { i18n } from '@lingui/core';
import { expect, it } from '@jest/globals';
import { dayAndTime, moment, shortDay } from './formats.ts';

it('a short date tells the year only where it is another, in the zone that is asked for', () => {
  const now = Date.parse('2026-01-01T12:00:00Z');
  expect(shortDay('2026-11-23T12:00:00Z', now, 'Europe/Berlin')).toBe('23 Nov');
  expect(shortDay('2025-12-31T23:30:00Z', now, 'Europe/Berlin')).toBe('1 Jan');
  expect(shortDay('2025-12-31T22:30:00Z', now, 'Europe/Berlin')).toBe('31 Dec 2025');
});

it('the time of day has one shape, whatever stands before it', () => {
  const at = '2026-11-30T13:00:00Z';
  expect([dayAndTime(at, 'UTC'), moment(at, 'UTC')]).toEqual(['Mon 13:00', '30 Nov 2026, 13:00']);
  i18n.loadAndActivate({ locale: 'hi', messages: {} });
  expect(dayAndTime(at, 'UTC')).toMatch(/ 1:00 pm$/);
  expect(moment(at, 'UTC')).toMatch(/ 1:00 pm$/);
  i18n.activate('en');
});
