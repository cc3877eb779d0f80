import { describe, expect, it } from '@jest/globals';
import { sayable } from './session-words.ts';

const startsAt = '2026-11-30T09:00:00.000Z';
const begins = Date.parse(startsAt);

describe('what can be said of a session', () => {
  it('that lies ahead is that it was cancelled', () => {
    expect(sayable('booked', startsAt, begins - 1)).toEqual(['cancel']);
  });

  it('that has begun is what became of it', () => {
    expect(sayable('booked', startsAt, begins)).toEqual(['complete', 'miss', 'cancel']);
  });

  it('that was missed is that it was not', () => {
    expect(sayable('missed', startsAt, begins + 1)).toEqual(['undo-miss']);
  });

  it.each(['completed', 'cancelled'] as const)('that was %s is nothing more', (status) => {
    expect(sayable(status, startsAt, begins + 1)).toEqual([]);
  });
});
