import type { AlertStatus } from './alert.ts';
import { AlertActionRefused } from './alerting.errors.ts';

export const alertActions = [
  'acknowledge',
  'resolve',
  'reassign',
  'add-signal',
  'escalate',
  'withdraw-signal',
  'withdraw',
  'reroute',
] as const;
export type AlertAction = (typeof alertActions)[number];

/**
 * The life of an alert. An acknowledgement is one person's word about what was known then: a graver signal
 * (`escalate`) or another recipient (`reassign`, `reroute`) opens the alert again.
 */
export const transitions: Readonly<Record<AlertStatus, Partial<Record<AlertAction, AlertStatus>>>> = {
  open: {
    acknowledge: 'acknowledged',
    resolve: 'resolved',
    reassign: 'open',
    'add-signal': 'open',
    escalate: 'open',
    'withdraw-signal': 'open',
    withdraw: 'resolved',
    reroute: 'open',
  },
  acknowledged: {
    resolve: 'resolved',
    reassign: 'open',
    'add-signal': 'acknowledged',
    escalate: 'open',
    'withdraw-signal': 'acknowledged',
    withdraw: 'resolved',
    reroute: 'open',
  },
  // What a closed alert rested on may still be taken back; that opens nothing.
  resolved: { 'withdraw-signal': 'resolved' },
};

export const allows = (status: AlertStatus, action: AlertAction) => transitions[status][action] !== undefined;

/** @throws AlertActionRefused when the action has no place in this state. */
export function nextStatus(status: AlertStatus, action: AlertAction): AlertStatus {
  const next = transitions[status][action];
  if (!next) throw new AlertActionRefused(action, status);
  return next;
}
