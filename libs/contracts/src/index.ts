export { auditedActions, type AuditedAction } from './audited-actions.ts';
export { headers, sequenceDigits, toSequence } from './cloud-events.ts';
export {
  defineEvent,
  type DataOf,
  type EventContract,
  type EventDefinition,
  type EventToAppend,
} from './define-event.ts';
export { zone } from './fields.ts';
export { contracts, contractOf } from './registry.ts';
export { topics, type Topic, type TopicName } from './topics.ts';
export { alertEvents } from './alerting/alert-events.ts';
export { alertAcknowledged } from './alerting/alert-acknowledged.v1.ts';
export { alertAnswerWithdrawn } from './alerting/alert-answer-withdrawn.v1.ts';
export { alertRaised } from './alerting/alert-raised.v1.ts';
export { alertRerouted } from './alerting/alert-rerouted.v1.ts';
export { alertResolved } from './alerting/alert-resolved.v1.ts';
export { alertSignalAdded } from './alerting/alert-signal-added.v1.ts';
export { alertSignalWithdrawn } from './alerting/alert-signal-withdrawn.v1.ts';
export { alertEscalated } from './alerting/alert-escalated.v1.ts';
export { alertReopened } from './alerting/alert-reopened.v1.ts';
export { alertRepairObserved } from './alerting/alert-repair-observed.v1.ts';
export { alertSnoozed } from './alerting/alert-snoozed.v1.ts';
export { alertStarted } from './alerting/alert-started.v1.ts';
export { ruleSetActivated } from './alerting/rule-set-activated.v1.ts';
export { ruleSetPublished } from './alerting/rule-set-published.v1.ts';
export { rule } from './alerting/rule.ts';
export { eventParked } from './messaging/event-parked.v1.ts';
export { linkMinted } from './notifications/link-minted.v1.ts';
export { messageFailed } from './notifications/message-failed.v1.ts';
export { messageSent } from './notifications/message-sent.v1.ts';
export { messageWithheld } from './notifications/message-withheld.v1.ts';
export { answersRepublished } from './questionnaires/answers-republished.v1.ts';
export { answersSubmitted } from './questionnaires/answers-submitted.v1.ts';
export { answersVoided } from './questionnaires/answers-voided.v1.ts';
export { instrumentKeyCorrected } from './questionnaires/instrument-key-corrected.v1.ts';
export { instrumentPublished } from './questionnaires/instrument-published.v1.ts';
export { requestIssued } from './questionnaires/request-issued.v1.ts';
export { requestRevoked } from './questionnaires/request-revoked.v1.ts';
export { requestExpired } from './questionnaires/request-expired.v1.ts';
export { requestReminderDue } from './questionnaires/request-reminder-due.v1.ts';
export { responseSubmitted } from './questionnaires/response-submitted.v1.ts';
export { responseVoided } from './questionnaires/response-voided.v1.ts';
export { careRelationshipEnded } from './scheduling/care-relationship-ended.v1.ts';
export { careRelationshipStarted } from './scheduling/care-relationship-started.v1.ts';
export { clinicChanged } from './scheduling/clinic-changed.v1.ts';
export { personChanged } from './scheduling/person-changed.v1.ts';
export { personErased } from './scheduling/person-erased.v1.ts';
export { personRegistered } from './scheduling/person-registered.v1.ts';
export { sessionBooked } from './scheduling/session-booked.v1.ts';
export { sessionCancelled } from './scheduling/session-cancelled.v1.ts';
export { sessionCompleted } from './scheduling/session-completed.v1.ts';
export { sessionMissedUndone } from './scheduling/session-missed-undone.v1.ts';
export { sessionMissed } from './scheduling/session-missed.v1.ts';
export { responseScored } from './scoring/response-scored.v1.ts';
export { riskFlagged } from './scoring/risk-flagged.v1.ts';
export { riskWithdrawn } from './scoring/risk-withdrawn.v1.ts';
export { scoreCorrected } from './scoring/score-corrected.v1.ts';
export { scoreWithdrawn } from './scoring/score-withdrawn.v1.ts';
