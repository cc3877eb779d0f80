import { expect, test } from '@jest/globals';
import { allows, expiryOf, requestLifecycle, requestStatuses, statusOf } from './request.ts';

const now = new Date('2026-11-23T10:00:00.000Z');
const open = { answeredAt: null, revokedAt: null, expiresAt: '2026-11-23T10:00:00.001Z', expiredAt: null };

test('every status is reached from open; what is answered or taken back stays so, and what has expired may be answered late', () => {
  const reached = new Set(['open', ...Object.values(requestLifecycle.open)]);
  expect(reached).toEqual(new Set(requestStatuses));
  for (const status of requestStatuses.filter((each) => each !== 'open')) {
    for (const happening of ['answer', 'revoke', 'expire'] as const) {
      expect(allows(status, happening)).toBe(status === 'expired' && happening === 'answer');
    }
  }
});

test.each([
  ['open', open],
  ['expired', { ...open, expiresAt: now.toISOString() }],
  // Told by another instance, whose clock is a little ahead.
  ['expired', { ...open, expiredAt: '2026-11-23T10:00:00.001Z' }],
  ['revoked', { ...open, revokedAt: '2026-11-22T10:00:00.000Z', expiresAt: '2026-11-22T11:00:00.000Z' }],
  ['answered', { ...open, answeredAt: '2026-11-22T10:00:00.000Z', expiresAt: '2026-11-22T11:00:00.000Z' }],
])('a request is %s', (status, request) => {
  expect(statusOf(request, now)).toBe(status);
});

test('a request is open for a week unless another end is named, at most 90 days ahead', () => {
  expect(expiryOf(undefined, now)?.toISOString()).toBe('2026-11-30T10:00:00.000Z');
  expect(expiryOf('2027-02-21T10:00:00.000Z', now)?.toISOString()).toBe('2027-02-21T10:00:00.000Z');
  expect(expiryOf('2027-02-21T10:00:00.001Z', now)).toBeNull();
  expect(expiryOf(now.toISOString(), now)).toBeNull();
});
