import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { AuditedAction } from '@attune/contracts';

/** What was done, as whoever reads the trail says it. */
const actions: Readonly<Record<AuditedAction, MessageDescriptor>> = {
  'acknowledge-alert': msg`Acknowledged an alert`,
  'activate-rule-set': msg`Put rules in force`,
  'book-session': msg`Booked a session`,
  'cancel-session': msg`Cancelled a session`,
  'change-alert-policy': msg`Changed what becomes of alerts`,
  'change-board': msg`Changed their views and columns of the caseload`,
  'change-clinic': msg`Changed the clinic’s hours`,
  'change-crisis-information': msg`Changed what the form says in danger`,
  'change-person': msg`Changed a person`,
  'change-policy': msg`Changed what clients are asked`,
  'change-preferences': msg`Changed what they are told by email`,
  'change-quiet-hours': msg`Changed the quiet hours`,
  'change-shown-results': msg`Changed what clients see of their results`,
  'complete-session': msg`Recorded that a session took place`,
  'correct-key': msg`Corrected a scoring key`,
  'end-absence': msg`Ended an absence`,
  'end-care': msg`Ended care`,
  'enter-paper': msg`Entered answers from paper`,
  'erase-person': msg`Erased a person`,
  'export-caseload': msg`Exported the caseload`,
  'export-questionnaire': msg`Exported a questionnaire`,
  'export-response': msg`Exported a response`,
  'export-score': msg`Exported a score`,
  'export-scores': msg`Exported scores`,
  'hand-over-care': msg`Handed care over`,
  'import-questionnaire': msg`Imported a questionnaire`,
  'import-records': msg`Imported records`,
  'import-response': msg`Imported a response`,
  'import-responses': msg`Imported responses`,
  'issue-request': msg`Asked a client`,
  'list-care': msg`Looked at who cares for whom`,
  'list-messages': msg`Looked at the messages`,
  'list-people': msg`Looked at the list of people`,
  'list-policies': msg`Looked at what clients are asked`,
  'list-sessions': msg`Looked at sessions`,
  'miss-session': msg`Recorded that a session was missed`,
  'note-alert': msg`Wrote a note about an alert`,
  'opt-out': msg`Asked for no more messages`,
  'plan-absence': msg`Planned an absence`,
  'publish-instrument': msg`Published an instrument`,
  'publish-rule-set': msg`Wrote rules down`,
  'reassign-alert': msg`Handed an alert on`,
  'register-person': msg`Registered a person`,
  'reopen-alert': msg`Opened an alert again`,
  'report-usefulness': msg`Looked at how useful alerts were`,
  rescore: msg`Had responses scored again`,
  'resolve-alert': msg`Resolved an alert`,
  'retry-dead-letter': msg`Tried a dead letter again`,
  'retry-message': msg`Tried a message again`,
  'revoke-request': msg`Took a request back`,
  'show-code': msg`Showed the code of a request`,
  'skip-dead-letter': msg`Left a dead letter out`,
  'snooze-alert': msg`Put an alert off`,
  'start-alert': msg`Took an alert in hand`,
  'start-care': msg`Began care`,
  'submit-response': msg`Sent answers`,
  'try-rule-set': msg`Tried rules on the history`,
  'undo-alert': msg`Took an answer to an alert back`,
  'undo-miss-session': msg`Took back that a session was missed`,
  'view-alert': msg`Looked at an alert`,
  'view-alerts': msg`Looked at alerts`,
  'view-answers': msg`Looked at answers`,
  'view-audit': msg`Looked at who did what`,
  'view-caseload': msg`Looked at the caseload`,
  'view-course': msg`Looked at a client’s course`,
  'view-day': msg`Looked at a day`,
  'view-dead-letter': msg`Looked at a dead letter`,
  'view-messages': msg`Looked at messages to a client`,
  'view-person': msg`Looked at a person`,
  'view-policy': msg`Looked at one policy of asking`,
  'view-requests': msg`Looked at requests`,
  'view-response': msg`Looked at a response without its answers`,
  'view-responses': msg`Looked at responses`,
  'view-score': msg`Looked at a score`,
  'view-scores': msg`Looked at scores`,
  'view-session': msg`Looked at a session`,
  'view-therapists': msg`Looked at the therapists`,
  'view-trend-rows': msg`Looked at the clients behind a trend`,
  'view-trends': msg`Looked at trends`,
  'view-ways': msg`Looked at how a client can be reached`,
  'void-response': msg`Took a response out of count`,
  'word-instrument': msg`Gave an instrument its licensed words`,
};

const isKnown = (action: string): action is AuditedAction => Object.hasOwn(actions, action);

/** An action that is not known here, as one from long ago, is said by its code. */
export const actionWords = (action: string): string =>
  isKnown(action) ? i18n._(actions[action]) : action.replaceAll('-', ' ');

/** Every action to choose from, by its words; the one that is chosen also when it is not known here. */
export function actionChoices(
  chosen: string | undefined,
): readonly { readonly value: string; readonly label: string }[] {
  const all = new Set([...Object.keys(actions), ...(chosen === undefined ? [] : [chosen])]);
  return [...all]
    .map((value) => ({ value, label: actionWords(value) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, i18n.locale));
}
