import type { EventContract } from './define-event.ts';
import { alertEvents } from './alerting/alert-events.ts';
import { ruleSetActivated } from './alerting/rule-set-activated.v1.ts';
import { ruleSetPublished } from './alerting/rule-set-published.v1.ts';
import { eventParked } from './messaging/event-parked.v1.ts';
import { linkMinted } from './notifications/link-minted.v1.ts';
import { messageFailed } from './notifications/message-failed.v1.ts';
import { messageSent } from './notifications/message-sent.v1.ts';
import { messageWithheld } from './notifications/message-withheld.v1.ts';
import { answersRepublished } from './questionnaires/answers-republished.v1.ts';
import { answersSubmitted } from './questionnaires/answers-submitted.v1.ts';
import { answersVoided } from './questionnaires/answers-voided.v1.ts';
import { instrumentKeyCorrected } from './questionnaires/instrument-key-corrected.v1.ts';
import { instrumentPublished } from './questionnaires/instrument-published.v1.ts';
import { requestIssued } from './questionnaires/request-issued.v1.ts';
import { requestRevoked } from './questionnaires/request-revoked.v1.ts';
import { requestExpired } from './questionnaires/request-expired.v1.ts';
import { requestReminderDue } from './questionnaires/request-reminder-due.v1.ts';
import { responseSubmitted } from './questionnaires/response-submitted.v1.ts';
import { responseVoided } from './questionnaires/response-voided.v1.ts';
import { careRelationshipEnded } from './scheduling/care-relationship-ended.v1.ts';
import { careRelationshipStarted } from './scheduling/care-relationship-started.v1.ts';
import { clinicChanged } from './scheduling/clinic-changed.v1.ts';
import { personChanged } from './scheduling/person-changed.v1.ts';
import { personErased } from './scheduling/person-erased.v1.ts';
import { personRegistered } from './scheduling/person-registered.v1.ts';
import { sessionBooked } from './scheduling/session-booked.v1.ts';
import { sessionCancelled } from './scheduling/session-cancelled.v1.ts';
import { sessionCompleted } from './scheduling/session-completed.v1.ts';
import { sessionMissedUndone } from './scheduling/session-missed-undone.v1.ts';
import { sessionMissed } from './scheduling/session-missed.v1.ts';
import { responseScored } from './scoring/response-scored.v1.ts';
import { riskFlagged } from './scoring/risk-flagged.v1.ts';
import { riskWithdrawn } from './scoring/risk-withdrawn.v1.ts';
import { scoreCorrected } from './scoring/score-corrected.v1.ts';
import { scoreWithdrawn } from './scoring/score-withdrawn.v1.ts';

/** Every event of the platform. */
export const contracts: readonly EventContract[] = [
  ...alertEvents,
  ruleSetActivated,
  ruleSetPublished,
  eventParked,
  linkMinted,
  messageFailed,
  messageSent,
  messageWithheld,
  answersRepublished,
  answersSubmitted,
  answersVoided,
  instrumentKeyCorrected,
  instrumentPublished,
  requestIssued,
  requestRevoked,
  requestExpired,
  requestReminderDue,
  responseSubmitted,
  responseVoided,
  careRelationshipEnded,
  careRelationshipStarted,
  clinicChanged,
  personChanged,
  personErased,
  personRegistered,
  sessionBooked,
  sessionCancelled,
  sessionCompleted,
  sessionMissedUndone,
  sessionMissed,
  responseScored,
  riskFlagged,
  riskWithdrawn,
  scoreCorrected,
  scoreWithdrawn,
];

const byType = new Map(contracts.map((contract) => [contract.type, contract]));
/** The contract of a type, or undefined when this version of the platform does not know it. */
export const contractOf = (type: string): EventContract | undefined => byType.get(type);
