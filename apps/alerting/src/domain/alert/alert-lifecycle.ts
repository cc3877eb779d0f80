import type { AlertStatus } from './alert.ts';
import { AlertActionRefused } from '../alerting.errors.ts';

export const alertActions = [
  'acknowledge',
  'start',
  'snooze',
  'wake',
  'resolve',
  'reopen',
  'reassign',
  'reroute',
  'add-signal',
  'worsen',
  'withdraw-signal',
  'withdraw',
  'escalate',
] as const;
export type AlertAction = (typeof alertActions)[number];

/** Whatever state an unresolved alert is in. */
const always = {
  resolve: 'resolved',
  snooze: 'acknowledged',
  reassign: 'open',
  reroute: 'open',
  worsen: 'open',
  withdraw: 'resolved',
} as const;

/**
 * The life of an alert. An acknowledgement is one person's word about what was known then: a graver signal or
 * another one about harm (`worsen`),
 * another recipient (`reassign`, `reroute`) or the end of a snooze (`wake`) opens the alert again. A slip that is taken
 * back (`undo-answer.ts`) is no step of this life: it leads to wherever the alert came from.
 */
export const transitions: Readonly<Record<AlertStatus, Partial<Record<AlertAction, AlertStatus>>>> = {
  open: {
    ...always,
    acknowledge: 'acknowledged',
    start: 'in-progress',
    'add-signal': 'open',
    'withdraw-signal': 'open',
    escalate: 'open',
  },
  acknowledged: {
    ...always,
    start: 'in-progress',
    wake: 'open',
    'add-signal': 'acknowledged',
    'withdraw-signal': 'acknowledged',
  },
  'in-progress': {
    ...always,
    'add-signal': 'in-progress',
    'withdraw-signal': 'in-progress',
  },
  // What a closed alert rested on may still be taken back; that opens nothing.
  resolved: { reopen: 'open', 'withdraw-signal': 'resolved' },
};

export const allows = (status: AlertStatus, action: AlertAction) => transitions[status][action] !== undefined;

/** @throws AlertActionRefused when the action has no place in this state. */
export function nextStatus(status: AlertStatus, action: AlertAction): AlertStatus {
  const next = transitions[status][action];
  if (!next) throw new AlertActionRefused(action, status);
  return next;
}
