import { describe, expect, it } from '@jest/globals';
import { nextDigest, tellsAtOnce, usualPreference } from './preference.ts';

describe('an alert', () => {
  it.each([
    ['high', 'high', true],
    ['high', 'medium', false],
    ['low', 'low', true],
    [null, 'high', false],
  ] as const)('from %s on, %s: told at once %s', (immediateFrom, severity, expected) => {
    expect(tellsAtOnce({ ...usualPreference, immediateFrom }, { concern: 'alliance', severity })).toBe(
      expected,
    );
  });

  it('about safety is told at once, whatever was set', () => {
    const never = { ...usualPreference, immediateFrom: null };
    expect(tellsAtOnce(never, { concern: 'safety', severity: 'low' })).toBe(true);
  });
});

describe('the next digest', () => {
  const next = (digest: 'none' | 'daily' | 'weekly', after: string) =>
    nextDigest({ ...usualPreference, digest }, 'Europe/Berlin', new Date(after))?.toISOString() ?? null;

  it.each([
    ['daily', '2026-11-23T06:00:00Z', '2026-11-23T07:00:00.000Z'],
    ['daily', '2026-11-23T07:00:00Z', '2026-11-24T07:00:00.000Z'],
    // A Monday, before and after its hour.
    ['weekly', '2026-11-23T06:00:00Z', '2026-11-23T07:00:00.000Z'],
    ['weekly', '2026-11-23T08:00:00Z', '2026-11-30T07:00:00.000Z'],
    ['none', '2026-11-23T06:00:00Z', null],
  ] as const)('%s after %s comes at %s', (digest, after, expected) => {
    expect(next(digest, after)).toBe(expected);
  });
});
