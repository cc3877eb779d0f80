import type { Transaction } from '@attune/platform';
import type { Message } from '../domain/message.ts';

/** Why a message waits whose reader has not been heard of. */
export const unknownPerson = 'person-unknown';

export interface NewMessage extends Pick<
  Message,
  'messageId' | 'personId' | 'purpose' | 'requestId' | 'alertId' | 'dueAt'
> {
  /** The happening that it tells of: the same is told to the same person once. */
  readonly cause: string;
  readonly createdAt: Date;
}

export function insertMessage(tx: Transaction, message: NewMessage): void {
  tx.send(
    `INSERT INTO message (message_id, person_id, purpose, request_id, alert_id, cause, status, created_at, due_at, attempts)
     VALUES ($1, $2, $3, $4, $5, $6, 'waiting', $7, $8, 0) ON CONFLICT (person_id, cause) DO NOTHING`,
    [
      ...[message.messageId, message.personId, message.purpose, message.requestId, message.alertId],
      ...[message.cause, message.createdAt, message.dueAt],
    ],
  );
}

interface MessageRow {
  readonly message_id: string;
  readonly person_id: string;
  readonly purpose: Message['purpose'];
  readonly request_id: string | null;
  readonly alert_id: string | null;
  readonly status: Message['status'];
  readonly channel: Message['channel'];
  readonly created_at: Date;
  readonly due_at: Date;
  readonly attempts: number;
  readonly settled_at: Date | null;
  readonly reason: string | null;
}

/** The next message whose time has come, held against everybody else until commit. */
export async function takeDue(tx: Transaction, now: Date): Promise<Message | null> {
  const [row] = await tx.query<MessageRow>(
    `SELECT * FROM message WHERE status IN ('waiting', 'sending') AND due_at <= $1
     ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [now],
  );
  return row ? toMessage(row) : null;
}

/** A message that is still on its way from this attempt; null when somebody else has taken it up since. */
export async function lockSending(
  tx: Transaction,
  messageId: string,
  attempts: number,
): Promise<Message | null> {
  const [row] = await tx.query<MessageRow>(
    `SELECT * FROM message WHERE message_id = $1 AND status = 'sending' AND attempts = $2 FOR UPDATE`,
    [messageId, attempts],
  );
  return row ? toMessage(row) : null;
}

export async function lockMessage(tx: Transaction, messageId: string): Promise<Message | null> {
  const sql = 'SELECT * FROM message WHERE message_id = $1 FOR UPDATE';
  const [row] = await tx.query<MessageRow>(sql, [messageId]);
  return row ? toMessage(row) : null;
}

export interface Outcome {
  readonly settledAt?: Date | null;
  readonly reason?: string | null;
}

export function updateMessage(
  tx: Transaction,
  message: Message,
  { settledAt = null, reason = null }: Outcome = {},
): void {
  const { messageId, status, channel, dueAt, attempts } = message;
  tx.send(
    `UPDATE message SET status = $2, channel = $3, due_at = $4, attempts = $5, settled_at = $6, reason = $7
     WHERE message_id = $1`,
    [messageId, status, channel, dueAt, attempts, settledAt, reason],
  );
}

/** Messages about a request that nobody has to read any more. One that is being sent right now stays to be settled. */
export async function waitingAbout(tx: Transaction, requestId: string): Promise<Message[]> {
  const sql = `SELECT * FROM message WHERE request_id = $1 AND status = 'waiting' FOR UPDATE`;
  return (await tx.query<MessageRow>(sql, [requestId])).map(toMessage);
}

export async function waitingTo(tx: Transaction, personId: string): Promise<Message[]> {
  const sql = `SELECT * FROM message WHERE person_id = $1 AND status = 'waiting' FOR UPDATE`;
  return (await tx.query<MessageRow>(sql, [personId])).map(toMessage);
}

/** Whatever waited for this person to become known is due now. @returns how many messages that is */
export async function releaseWaiting(tx: Transaction, personId: string, now: Date): Promise<number> {
  const sql = `UPDATE message SET due_at = $2, reason = NULL
    WHERE person_id = $1 AND status = 'waiting' AND reason = $3 RETURNING 1`;
  return (await tx.query(sql, [personId, now, unknownPerson])).length;
}

export interface ListedMessage extends Message, Required<Outcome> {}
export interface MessageFilter {
  readonly personId: string | null;
  readonly requestId: string | null;
  readonly status: Message['status'] | null;
}
export interface MessagePlace {
  readonly createdAt: string;
  readonly messageId: string;
}

/** The newest first, from behind a place in that order. */
export async function listMessages(
  tx: Transaction,
  { personId, requestId, status }: MessageFilter,
  after: MessagePlace | null,
  limit: number,
): Promise<ListedMessage[]> {
  const params: unknown[] = [];
  const param = (value: unknown) => `$${params.push(value)}`;
  const all = [
    personId === null ? [] : `person_id = ${param(personId)}`,
    requestId === null ? [] : `request_id = ${param(requestId)}`,
    status === null ? [] : `status = ${param(status)}`,
    after === null
      ? []
      : `(created_at, message_id) < (${param(after.createdAt)}::timestamptz, ${param(after.messageId)}::uuid)`,
  ].flat();
  const where = all.length > 0 ? `WHERE ${all.join(' AND ')}` : '';
  const rows = await tx.query<MessageRow>(
    `SELECT * FROM message ${where} ORDER BY created_at DESC, message_id DESC LIMIT ${param(limit)}`,
    params,
  );
  return rows.map((row) => ({
    ...toMessage(row),
    settledAt: row.settled_at,
    reason: row.reason,
  }));
}

const toMessage = (row: MessageRow): Message => ({
  messageId: row.message_id,
  personId: row.person_id,
  purpose: row.purpose,
  requestId: row.request_id,
  alertId: row.alert_id,
  status: row.status,
  channel: row.channel,
  dueAt: row.due_at,
  attempts: row.attempts,
  createdAt: row.created_at,
});
