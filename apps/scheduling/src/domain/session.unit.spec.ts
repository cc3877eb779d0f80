import { describe, expect, it } from '@jest/globals';
import { perform, transitions, type Session, type SessionAction, type SessionStatus } from './session.ts';

const booked: Session = {
  sessionId: 's',
  clientId: 'c',
  therapistId: 't',
  startsAt: new Date('2026-11-23T10:00:00Z'),
  endsAt: new Date('2026-11-23T10:50:00Z'),
  zone: 'Europe/Berlin',
  type: 'individual',
  status: 'booked',
  version: 1,
};
const later = new Date('2026-11-23T11:00:00Z');
const earlier = new Date('2026-11-23T09:00:00Z');

describe('a session', () => {
  it.each<[SessionAction, SessionStatus]>([
    ['complete', 'completed'],
    ['cancel', 'cancelled'],
    ['miss', 'missed'],
  ])('that is booked and told to %s is %s', (action, status) => {
    expect(perform(booked, action, later)).toEqual({ ...booked, status, version: 2 });
  });

  it('that was missed by mistake is booked again, and can be completed then', () => {
    const undone = perform({ ...booked, status: 'missed' }, 'undo-miss', later);
    expect(undone).toMatchObject({ status: 'booked' });
    expect(perform(undone as Session, 'complete', later)).toMatchObject({ status: 'completed' });
  });

  it('cannot have happened or been missed before it begins, but can be cancelled', () => {
    expect(perform(booked, 'complete', earlier)).toBe('not-begun');
    expect(perform(booked, 'miss', earlier)).toBe('not-begun');
    expect(perform(booked, 'cancel', earlier)).toMatchObject({ status: 'cancelled' });
  });

  it.each<[SessionStatus, SessionAction]>([
    ['completed', 'miss'],
    ['completed', 'cancel'],
    ['cancelled', 'complete'],
    ['booked', 'undo-miss'],
    ['missed', 'cancel'],
  ])('that is %s cannot be told to %s', (status, action) => {
    expect(perform({ ...booked, status }, action, later)).toBe('not-from-here');
  });

  it('reaches every state from booked', () => {
    const reached = new Set<string>(['booked']);
    for (let size = 0; size < reached.size;) {
      size = reached.size;
      for (const table of Object.values(transitions)) {
        for (const [from, to] of Object.entries(table)) if (reached.has(from)) reached.add(to);
      }
    }
    expect([...reached].sort()).toEqual(['booked', 'cancelled', 'completed', 'missed']);
  });
});
