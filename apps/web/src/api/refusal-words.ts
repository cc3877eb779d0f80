import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** By the platform's stable codes. What is not here is rare, and told in the platform's English. */
const words: Readonly<Record<string, MessageDescriptor>> = {
  'absence-over': msg`This absence is over.`,
  'alert-action-refused': msg`The alert does not allow this as it stands now. Look at it again.`,
  'care-overlaps': msg`This care would be there twice at the same time.`,
  'changed-meanwhile': msg`Somebody changed this meanwhile. Look at what it is now, and try again.`,
  'in-care': msg`Somebody still cares for this client. End the care first.`,
  'internal-error': msg`Something went wrong. Try again in a moment.`,
  'invalid-input': msg`Something that was entered is not right. Correct it and try again.`,
  'newer-alert-open': msg`A newer alert about the same is open. Go on with that one.`,
  'not-found': msg`There is no such thing, or it is not yours to see.`,
  'not-permitted': msg`Your roles do not reach this. Ask an administrator if they should.`,
  'not-signed-in': msg`You are not signed in any more. Sign in again.`,
  'primary-taken': msg`The client has a therapist at that time already.`,
  'request-not-open': msg`This request is no longer open.`,
  'service-timeout': msg`This part of Attune takes too long to answer. Try again in a moment.`,
  'service-unavailable': msg`This part of Attune does not answer just now. Try again in a moment.`,
  'snoozed-too-often': msg`This alert has been put off as often as the clinic allows.`,
  'therapist-busy': msg`The therapist has another session at that time.`,
  'too-many-requests': msg`That was too often in a short time. Wait a moment and try again.`,
};

/** Why the platform refused: in its own words in English, which say more, else in those of the reader's language. */
export function refusalWords(code: string, detail: string): string {
  const known = words[code];
  return i18n.locale === 'en' || known === undefined ? detail : i18n._(known);
}
