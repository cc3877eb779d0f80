import '../language/in-english.ts';
import { expect, it } from '@jest/globals';
import { shortDay } from './formats.ts';

it('a short date tells the year only where it is another, in the zone that is asked for', () => {
  const now = Date.parse('2026-01-01T12:00:00Z');
  expect(shortDay('2026-11-23T12:00:00Z', now, 'Europe/Berlin')).toBe('23 Nov');
  expect(shortDay('2025-12-31T23:30:00Z', now, 'Europe/Berlin')).toBe('1 Jan');
  expect(shortDay('2025-12-31T22:30:00Z', now, 'Europe/Berlin')).toBe('31 Dec 2025');
});
