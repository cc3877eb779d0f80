export const purposes = ['invitation', 'reminder', 'alert', 'digest'] as const;
export type Purpose = (typeof purposes)[number];
export type Channel = 'email' | 'sms';
export const messageStatuses = ['waiting', 'sending', 'sent', 'failed', 'withheld'] as const;
export type MessageStatus = (typeof messageStatuses)[number];

/** A message to one person. What it says is made when it is sent, and kept nowhere. */
export interface Message {
  readonly messageId: string;
  readonly personId: string;
  readonly purpose: Purpose;
  readonly requestId: string | null;
  readonly alertId: string | null;
  readonly status: MessageStatus;
  /** Null until it is first sent: which way is open is asked then. */
  readonly channel: Channel | null;
  /** When it may be sent, or tried again. */
  readonly dueAt: Date;
  readonly attempts: number;
  readonly createdAt: Date;
}

export type Happening = 'take' | 'postpone' | 'withhold' | 'accept' | 'refuse' | 'delay' | 'retry';

/**
 * The life of a message. What is `sending` when its time comes again was cut off in the middle: it is taken once more,
 * under the same Message-ID. `delay` is a failed attempt that is tried again.
 */
export const messageLifecycle: Readonly<
  Record<MessageStatus, Readonly<Partial<Record<Happening, MessageStatus>>>>
> = {
  waiting: { take: 'sending', postpone: 'waiting', withhold: 'withheld' },
  sending: {
    take: 'sending',
    accept: 'sent',
    refuse: 'failed',
    delay: 'waiting',
    postpone: 'waiting',
    withhold: 'withheld',
  },
  sent: {},
  failed: { retry: 'waiting' },
  withheld: {},
};

/** The message after a happening. @throws Error where the happening has no place in its life */
export function after(
  message: Message,
  happening: Happening,
  change: Partial<Pick<Message, 'channel' | 'dueAt' | 'attempts'>> = {},
): Message {
  const status = messageLifecycle[message.status][happening];
  if (!status) throw new Error(`To a message that is ${message.status} cannot happen: ${happening}`);
  return { ...message, ...change, status };
}

const minute = 60_000;
export const mostAttempts = 8;
/** So long a message may be on its way before somebody else takes it up: longer than every limit of a connection. */
export const leaseMs = 3 * minute;

/** So long a message waits for somebody who is not known yet: topics are not read at the same pace. */
export const waitForPersonMs = 24 * 60 * minute;

/** When a failed attempt is tried again; null when it is given up. 1, 2, 4 … minutes, 64 at most. */
export function nextAttempt(attempts: number, now: Date): Date | null {
  if (attempts >= mostAttempts) return null;
  return new Date(now.getTime() + 2 ** Math.min(attempts - 1, 6) * minute);
}

/** The same for each attempt, so that a mail server can tell that it is the same message. */
export const messageIdHeader = (messageId: string, domain: string) => `<${messageId}@${domain}>`;
