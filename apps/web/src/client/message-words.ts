import { t } from '@lingui/core/macro';
import type { Message } from '../api/admin.ts';
import { moment } from '../shell/formats.ts';

/** Why nothing is sent, as it is told to those who treat the client. */
export function withheldWords(reason: string | null): string {
  switch (reason) {
    case 'no-consent':
      return t`the client has agreed to neither email nor SMS`;
    case 'opted-out':
      return t`the client has stopped these messages`;
    case 'no-contact':
      return t`no address or number is known for a way that the client agreed to`;
    case 'person-unknown':
      return t`nothing is known yet of how to reach the client`;
    case 'request-over':
      return t`there was nothing to be answered any more`;
    default:
      return reason ?? t`for a reason that is not known`;
  }
}

type About = Pick<Message, 'status' | 'channel' | 'reason' | 'dueAt' | 'settledAt'>;

/** What has become of a message to a client; of one that is not written yet, that it is about to be. */
export function messageWords(message: About | undefined, zone: string | null): string {
  if (message === undefined) return t`Attune is about to write to the client.`;
  const { status, channel, reason, dueAt, settledAt } = message;
  const at = moment(settledAt ?? dueAt, zone);
  switch (status) {
    case 'sent':
      return channel === 'sms' ? t`Sent by SMS, ${at}.` : t`Sent by email, ${at}.`;
    case 'withheld':
      return t`Nothing was sent: ${withheldWords(reason)}.`;
    case 'failed':
      return t`It could not be delivered: the client has not got it.`;
    case 'waiting':
      return reason === null ? t`Waits to be sent, ${at}.` : t`Could not be sent yet; tried again ${at}.`;
    default:
      return t`On its way.`;
  }
}
