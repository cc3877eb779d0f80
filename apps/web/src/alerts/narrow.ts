import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Alert } from '../api/alerts.ts';

/** What the inbox can be narrowed to. */
export const narrowings = {
  overdue: msg`Overdue`,
  nobody: msg`Nobody assigned`,
  up: msg`Gone up`,
  taken: msg`In hand`,
  'put-off': msg`Put off`,
  mine: msg`Mine`,
} as const;
/** What is said where nothing that waits is that. */
export const noneOf: Readonly<Record<keyof typeof narrowings, MessageDescriptor>> = {
  overdue: msg`Nothing is overdue.`,
  nobody: msg`Everything is assigned to somebody.`,
  up: msg`Nothing has gone up.`,
  taken: msg`Nothing is in hand.`,
  'put-off': msg`Nothing is put off.`,
  mine: msg`Nothing waits for you.`,
};
export type Narrowing = keyof typeof narrowings;
export interface InboxSearch {
  readonly show?: Narrowing;
  /** The one that is open. */
  readonly alert?: string;
}

type Seen = Pick<Alert, 'status' | 'recipientId' | 'acknowledgeBy' | 'escalation' | 'snoozedUntil'> & {
  readonly permitted: Pick<Alert['permitted'], 'acknowledge'>;
};
interface Reader {
  readonly personId: string | null;
  readonly now: number;
}

/** What has gone all the way up has no further deadline: all that it had are over. */
export const isOverdue = (
  { status, acknowledgeBy, escalation }: Pick<Alert, 'status' | 'acknowledgeBy' | 'escalation'>,
  now: number,
): boolean =>
  status === 'open' && (acknowledgeBy === null ? escalation !== null : Date.parse(acknowledgeBy) <= now);

const tests: Readonly<Record<Narrowing, (alert: Seen, reader: Reader) => boolean>> = {
  overdue: (alert, { now }) => isOverdue(alert, now),
  nobody: ({ recipientId }) => recipientId === null,
  // Those in hand too, as supervision lists them.
  up: ({ escalation }) => escalation !== null,
  taken: ({ status, snoozedUntil }) => status !== 'open' && snoozedUntil === null,
  'put-off': ({ snoozedUntil }) => snoozedUntil !== null,
  mine: ({ recipientId, permitted }, { personId }) => recipientId === personId || permitted.acknowledge,
};

/** Whether an alert that waits belongs to what was asked for. */
export const belongs = (alert: Seen, to: Narrowing, reader: Reader): boolean =>
  alert.status !== 'resolved' && tests[to](alert, reader);
