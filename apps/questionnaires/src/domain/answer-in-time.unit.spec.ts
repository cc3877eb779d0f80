import { describe, expect, it } from '@jest/globals';
import { answeredInTime } from './answer-in-time.ts';

const request = {
  issuedAt: '2026-11-23T10:00:00.000Z',
  expiresAt: '2026-11-30T10:00:00.000Z',
  ...{ answeredAt: null, revokedAt: null, expiredAt: null },
};
const told = '2026-11-30T09:50:00.000Z';
const at = (now: string, toldAt: string | undefined = told, more: object = {}) =>
  answeredInTime({ ...request, ...more }, toldAt, new Date(now))?.toISOString() ?? null;

describe('answers that come in', () => {
  it('while the request is open were given now, whatever the device says', () => {
    expect(at('2026-11-30T09:59:59.000Z', '2020-01-01T00:00:00.000Z')).toBe('2026-11-30T09:59:59.000Z');
  });

  it('up to a day after the end were given when they were sent, also where its end has been told', () => {
    expect(at('2026-11-30T10:00:00.000Z')).toBe(told);
    expect(at('2026-12-01T09:59:59.999Z', told, { expiredAt: '2026-11-30T10:00:01.000Z' })).toBe(told);
    expect(at('2026-12-01T10:00:00.000Z')).toBeNull();
  });

  it('afterwards and were given afterwards, or nobody says when, are too late', () => {
    expect(at('2026-11-30T10:30:00.000Z', '2026-11-30T10:00:00.000Z')).toBeNull();
    expect(answeredInTime(request, undefined, new Date('2026-11-30T10:30:00.000Z'))).toBeNull();
  });

  it('late from a device whose clock is behind were given no earlier than they were asked for', () => {
    expect(at('2026-11-30T10:30:00.000Z', '2020-01-01T00:00:00.000Z')).toBe(request.issuedAt);
  });

  it('to what was answered or taken back meanwhile do not count', () => {
    for (const over of [{ answeredAt: told }, { revokedAt: told }]) {
      expect(at('2026-11-30T10:30:00.000Z', told, over)).toBeNull();
    }
  });
});
