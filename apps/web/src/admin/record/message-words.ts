import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import type { Message } from '../../api/admin.ts';
import { moment } from '../../shell/formats.ts';

type Words = Readonly<Record<string, MessageDescriptor>>;

export const statuses = {
  waiting: msg`waiting`,
  sending: msg`on its way`,
  sent: msg`sent`,
  failed: msg`failed`,
  withheld: msg`nothing was sent`,
} as const;

/** What a message was for. */
const purposes: Words = {
  invitation: msg`invitation`,
  reminder: msg`reminder`,
  alert: msg`alert`,
  digest: msg`digest`,
};

/** Why nothing went out, or did not at once. */
const reasons: Words = {
  erased: msg`the person was erased`,
  'mail-server-unavailable': msg`the mail server could not be reached`,
  'no-consent': msg`the person has agreed to neither email nor SMS`,
  'no-contact': msg`no address or number is known for a way that the person agreed to`,
  'no-sms-provider': msg`no SMS provider is plugged in`,
  'nothing-to-say': msg`there was nothing to tell any more`,
  'opted-out': msg`the person has stopped these messages`,
  'person-unknown': msg`nothing is known yet of how to reach this person`,
  'refused-by-mail-server': msg`the mail server refused it`,
  'refused-by-sms-provider': msg`the SMS provider refused it`,
  'request-over': msg`there was nothing to be answered any more`,
  'sms-provider-unavailable': msg`the SMS provider could not be reached`,
};

/** A code in words; one that is not known here as it is. */
function told(words: Words, code: string): string {
  const known = Object.hasOwn(words, code) ? words[code] : undefined;
  return known ? i18n._(known) : code;
}

export const statusWords = (status: string): string => told(statuses, status);

/** Clients are asked and reminded; whatever else goes out is for staff. */
export const isToStaff = ({ purpose }: Pick<Message, 'purpose'>): boolean =>
  purpose !== 'invitation' && purpose !== 'reminder';

/** What it was for, and by which way. */
export function what({ purpose, channel }: Message): string {
  const named = told(purposes, purpose);
  if (channel === null) return named;
  return channel === 'email' ? t`${named} by email` : channel === 'sms' ? t`${named} by SMS` : named;
}

/** Why it is as it is, and when it is tried again. */
export function remarks(
  { reason, status, dueAt }: Pick<Message, 'reason' | 'status' | 'dueAt'>,
  zone: string | null,
): string {
  const due = moment(dueAt, zone);
  if (reason === null) return status === 'waiting' ? t`due ${due}` : '–';
  const why = told(reasons, reason);
  return status === 'waiting' ? t`${why}; tried again ${due}` : why;
}
