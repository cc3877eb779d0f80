import { i18n } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import type { Message } from '../../api/admin.ts';

export const statuses = {
  waiting: msg`waiting`,
  sending: msg`sending`,
  sent: msg`sent`,
  failed: msg`failed`,
  withheld: msg`withheld`,
} as const;
export const statusWords = (status: string) =>
  status in statuses ? i18n._(statuses[status as keyof typeof statuses]) : status;
/** What a message was for; one that is not known here by its code. */
const purposes = {
  invitation: msg`invitation`,
  reminder: msg`reminder`,
  alert: msg`alert`,
  digest: msg`digest`,
} as const;
const purposeWords = (purpose: string) =>
  purpose in purposes ? i18n._(purposes[purpose as keyof typeof purposes]) : purpose;

/** What it was for, and by which way. */
export function what({ purpose, channel }: Message): string {
  const named = purposeWords(purpose);
  if (channel === null) return named;
  return channel === 'email' ? t`${named} by email` : channel === 'sms' ? t`${named} by SMS` : named;
}
