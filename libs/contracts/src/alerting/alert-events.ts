import { alertAcknowledged } from './alert-acknowledged.v1.ts';
import { alertAnswerWithdrawn } from './alert-answer-withdrawn.v1.ts';
import { alertRaised } from './alert-raised.v1.ts';
import { alertRerouted } from './alert-rerouted.v1.ts';
import { alertResolved } from './alert-resolved.v1.ts';
import { alertSignalAdded } from './alert-signal-added.v1.ts';
import { alertSignalWithdrawn } from './alert-signal-withdrawn.v1.ts';
import { alertEscalated } from './alert-escalated.v1.ts';
import { alertReopened } from './alert-reopened.v1.ts';
import { alertRepairObserved } from './alert-repair-observed.v1.ts';
import { alertSnoozed } from './alert-snoozed.v1.ts';
import { alertStarted } from './alert-started.v1.ts';

/** Everything that happens to an alert. Each carries the whole alert. */
export const alertEvents = [
  alertAcknowledged,
  alertAnswerWithdrawn,
  alertRaised,
  alertRerouted,
  alertResolved,
  alertSignalAdded,
  alertSignalWithdrawn,
  alertEscalated,
  alertReopened,
  alertRepairObserved,
  alertSnoozed,
  alertStarted,
] as const;
