import { describe, expect, it } from '@jest/globals';
import {
  after,
  leaseMs,
  type Message,
  messageLifecycle,
  messageStatuses,
  mostAttempts,
  nextAttempt,
} from './message.ts';

const now = new Date('2026-11-23T10:00:00Z');

describe('the life of a message', () => {
  it('can reach every state from the first one', () => {
    const reached = new Set<keyof typeof messageLifecycle>(['waiting']);
    for (const status of reached)
      Object.values(messageLifecycle[status]).forEach((next) => reached.add(next));
    expect([...reached].toSorted()).toEqual([...messageStatuses].toSorted());
  });

  it('takes no happening that has no place in it', () => {
    const message = { status: 'waiting', attempts: 0 } as Message;
    expect(after(message, 'take', { attempts: 1 })).toEqual({ status: 'sending', attempts: 1 });
    expect(() => after({ ...message, status: 'sent' }, 'take')).toThrow('sent cannot happen: take');
  });

  it('ends when it was sent or withheld', () => {
    expect([messageLifecycle.sent, messageLifecycle.withheld]).toEqual([{}, {}]);
  });
});

describe('a failed attempt', () => {
  it('is tried again after ever longer pauses, and given up in the end', () => {
    const pauses = Array.from({ length: mostAttempts }, (_, n) => nextAttempt(n + 1, now));
    const minutes = pauses.map((at) => at && (at.getTime() - now.getTime()) / 60_000);
    expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 64, null]);
    expect(leaseMs).toBeGreaterThan(3 * 20_000);
  });
});
