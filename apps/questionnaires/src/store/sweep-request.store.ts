import type { Transaction } from '@attune/platform';
import type { Request } from '../domain/request.ts';
import { toRequest, type RequestRow } from './request.mapping.ts';

const waiting = 'response_id IS NULL AND revoked_at IS NULL AND expired_at IS NULL';

/** A request that a policy makes, and when it is first to be reminded of. */
export interface PolicyRequest extends Request {
  readonly policy: string;
  readonly occasion: string;
  readonly reminderHours: readonly number[];
  readonly nextReminderAt: Date | null;
}

/** Stores those about which nobody was asked before. @returns their ids */
export async function insertPolicyRequests(
  tx: Transaction,
  requests: readonly PolicyRequest[],
): Promise<Set<string>> {
  if (requests.length === 0) return new Set();
  const rows = await tx.query<{ request_id: string }>(
    `INSERT INTO request (request_id, client_id, session_id, instrument_url, instrument_version, issued_at, expires_at,
       policy, occasion, delivery, reminder_hours, next_reminder_at)
     SELECT "requestId", "clientId", "sessionId", instrument ->> 'url', instrument ->> 'version', "issuedAt",
       "expiresAt", policy, occasion, delivery, "reminderHours", "nextReminderAt"
     FROM jsonb_to_recordset($1::jsonb) AS given("requestId" uuid, "clientId" uuid, "sessionId" uuid, instrument jsonb,
       "issuedAt" timestamptz, "expiresAt" timestamptz, policy text, occasion text, delivery text,
       "reminderHours" integer[], "nextReminderAt" timestamptz)
     ON CONFLICT DO NOTHING RETURNING request_id`,
    [JSON.stringify(requests)],
  );
  return new Set(rows.map(({ request_id }) => request_id));
}

export interface Reminded {
  readonly request: Request;
  readonly occasion: string;
  readonly reminderHours: readonly number[];
}

/** Unanswered requests of which a reminder is due, held until the transaction ends. */
export async function takeToRemind(tx: Transaction, now: Date, limit: number): Promise<Reminded[]> {
  const rows = await tx.query<RequestRow & { occasion: string; reminder_hours: number[] }>(
    `SELECT * FROM request WHERE next_reminder_at <= $1 AND expires_at > $1 AND ${waiting}
     ORDER BY next_reminder_at LIMIT $2 FOR UPDATE SKIP LOCKED`,
    [now, limit],
  );
  return rows.map((row) => ({
    request: toRequest(row),
    occasion: row.occasion,
    reminderHours: row.reminder_hours,
  }));
}

export interface ReminderMark {
  readonly requestId: string;
  readonly remindersDue: number;
  readonly nextReminderAt: Date | null;
}

export async function markReminded(tx: Transaction, marks: readonly ReminderMark[]): Promise<void> {
  await tx.query(
    `UPDATE request SET reminders_due = given."remindersDue", next_reminder_at = given."nextReminderAt"
     FROM jsonb_to_recordset($1::jsonb) AS given("requestId" uuid, "remindersDue" integer,
       "nextReminderAt" timestamptz)
     WHERE request_id = given."requestId"`,
    [JSON.stringify(marks)],
  );
}

/** Marks requests whose time to answer has passed unanswered, the longest ago first. @returns them */
export async function expireRequests(tx: Transaction, now: Date, limit: number): Promise<Request[]> {
  const rows = await tx.query<RequestRow>(
    `WITH over AS MATERIALIZED (
       SELECT request_id AS over_id FROM request WHERE expires_at <= $1 AND ${waiting}
       ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED
     )
     UPDATE request SET expired_at = $1, next_reminder_at = NULL FROM over WHERE request_id = over_id
     RETURNING request.*`,
    [now, limit],
  );
  return rows.map(toRequest);
}

/** Takes back what is still unanswered about a session. @returns what that was */
export async function revokeAboutSession(tx: Transaction, sessionId: string, at: Date): Promise<Request[]> {
  const rows = await tx.query<RequestRow>(
    `UPDATE request SET revoked_at = $2, next_reminder_at = NULL
     WHERE session_id = $1 AND ${waiting} AND expires_at > $2 RETURNING *`,
    [sessionId, at],
  );
  return rows.map(toRequest);
}
