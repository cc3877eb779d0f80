import { describe, expect, it } from '@jest/globals';
import type { AlertStatus } from './alert.ts';
import { alertActions, nextStatus, transitions } from './alert-lifecycle.ts';
import { AlertActionRefused } from '../alerting.errors.ts';

const statuses = Object.keys(transitions) as AlertStatus[];
const after = (status: AlertStatus) => Object.values(transitions[status]);

describe('the life of an alert', () => {
  it('can reach every state from the first one', () => {
    const reached = new Set<AlertStatus>(['open']);
    for (const status of reached) after(status).forEach((next) => reached.add(next));
    expect([...reached].toSorted()).toEqual(statuses.toSorted());
  });

  it('can end from every state, and an end is left by opening it again only', () => {
    for (const status of statuses) expect(after(status)).toContain('resolved');
    expect(transitions.resolved).toEqual({ reopen: 'open', 'withdraw-signal': 'resolved' });
  });

  it('has a use for every action', () => {
    for (const action of alertActions)
      expect(statuses.some((status) => transitions[status][action])).toBe(true);
  });

  it.each([
    ['acknowledge', 'acknowledged'],
    ['acknowledge', 'resolved'],
    ['resolve', 'resolved'],
    ['reassign', 'resolved'],
    ['snooze', 'resolved'],
    ['reopen', 'open'],
    ['escalate', 'acknowledged'],
    ['wake', 'open'],
  ] as const)('refuses to %s what is %s', (action, status) => {
    expect(() => nextStatus(status, action)).toThrow(AlertActionRefused);
  });
});
