import { messageFailed, messageSent, messageWithheld } from '@attune/contracts';
import type { Message } from '../domain/message.ts';

/** What became of a message, without what it says or where it went. One that never had a channel would have been a mail. */
const about = ({ messageId, personId, purpose, channel, requestId }: Message) => ({
  ...{ messageId, personId, purpose, requestId },
  channel: channel ?? ('email' as const),
});
const of = ({ messageId, personId }: Message, time: Date) => ({ key: personId, subject: messageId, time });

export const sentEvent = (message: Message, at: Date) =>
  messageSent.event({
    ...of(message, at),
    data: { ...about(message), sentAt: at.toISOString(), attempts: message.attempts },
  });

export const failedEvent = (message: Message, reason: string, at: Date) =>
  messageFailed.event({
    ...of(message, at),
    data: { ...about(message), failedAt: at.toISOString(), attempts: message.attempts, reason },
  });

export const withheldEvent = (message: Message, reason: string, at: Date) =>
  messageWithheld.event({
    ...of(message, at),
    data: { ...about(message), withheldAt: at.toISOString(), reason },
  });
