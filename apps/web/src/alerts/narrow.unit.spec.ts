import { expect, it } from '@jest/globals';
import { belongs, type Narrowing, narrowings } from './narrow.ts';

const now = Date.parse('2026-11-30T10:00:00Z');
const alert = (more: object = {}) => ({
  ...({ status: 'open', recipientId: 'therapist', acknowledgeBy: '2026-11-30T12:00:00Z' } as const),
  ...{ escalation: null, snoozedUntil: null, permitted: { acknowledge: false } },
  ...more,
});
const of = (more: object, personId = 'operations') =>
  (Object.keys(narrowings) as Narrowing[]).filter((to) => belongs(alert(more), to, { personId, now }));

it('tells what is late, what nobody has, what has gone up and what is in hand', () => {
  expect(of({})).toEqual([]);
  expect(of({ acknowledgeBy: '2026-11-30T09:00:00Z' })).toEqual(['overdue']);
  expect(of({ recipientId: null })).toEqual(['nobody']);
  expect(of({ status: 'acknowledged' })).toEqual(['taken']);
  expect(of({ status: 'in-progress' })).toEqual(['taken']);
  expect(of({ status: 'acknowledged', snoozedUntil: '2026-12-01T07:00:00Z' })).toEqual(['put-off']);
});

it('takes what went all the way up as late, and what somebody answered meanwhile as in hand', () => {
  const escalation = { level: 'supervisor', at: '2026-11-30T08:00:00Z' };
  expect(of({ escalation })).toEqual(['up']);
  expect(of({ escalation, acknowledgeBy: null })).toEqual(['overdue', 'up']);
  expect(of({ escalation, status: 'acknowledged' })).toEqual(['up', 'taken']);
});

it('takes as mine what I was sent, and what waits for my word', () => {
  expect(of({}, 'therapist')).toEqual(['mine']);
  expect(of({ permitted: { acknowledge: true } }, 'supervisor')).toEqual(['mine']);
});

it('has no room for what is closed', () => {
  expect(of({ status: 'resolved', recipientId: null }, 'therapist')).toEqual([]);
});
