import type { Transaction } from '@attune/platform';
import type { Session } from '../domain/session.ts';

interface SessionRow {
  readonly session_id: string;
  readonly client_id: string;
  readonly therapist_id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly zone: string;
  readonly type: string;
  readonly status: Session['status'];
  readonly version: number;
}

/** Stores those that are new. @returns the ids of the new ones. @throws 23P01 when the therapist is busy then */
export async function insertSessions(tx: Transaction, sessions: readonly Session[]): Promise<Set<string>> {
  const rows = await tx.query<{ session_id: string }>(
    `INSERT INTO session (session_id, client_id, therapist_id, starts_at, ends_at, zone, type, status, version)
     SELECT "sessionId", "clientId", "therapistId", "startsAt", "endsAt", zone, type, status, version
     FROM jsonb_to_recordset($1::jsonb) AS given("sessionId" uuid, "clientId" uuid, "therapistId" uuid,
       "startsAt" timestamptz, "endsAt" timestamptz, zone text, type text, status text, version integer)
     -- Also one that the person may not see.
     ON CONFLICT (session_id) DO NOTHING
     RETURNING session_id`,
    [JSON.stringify(sessions)],
  );
  return new Set(rows.map(({ session_id }) => session_id));
}

/** Holds the row until the transaction ends. */
export async function lockSession(tx: Transaction, sessionId: string): Promise<Session | null> {
  const [row] = await tx.query<SessionRow>('SELECT * FROM session WHERE session_id = $1 FOR UPDATE', [
    sessionId,
  ]);
  return row ? toSession(row) : null;
}

export async function findSession(tx: Transaction, sessionId: string): Promise<Session | null> {
  const [row] = await tx.query<SessionRow>('SELECT * FROM session WHERE session_id = $1', [sessionId]);
  return row ? toSession(row) : null;
}

export async function setStatus(tx: Transaction, { sessionId, status, version }: Session): Promise<void> {
  await tx.query('UPDATE session SET status = $2, version = $3 WHERE session_id = $1', [
    sessionId,
    status,
    version,
  ]);
}

export interface SessionFilter {
  readonly clientId: string | null;
  readonly therapistId: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

export interface SessionPlace {
  readonly startsAt: string;
  readonly sessionId: string;
}

/** Sessions by their start, from behind a place. */
export async function listSessions(
  tx: Transaction,
  { clientId, therapistId, from, to }: SessionFilter,
  after: SessionPlace | null,
  limit: number,
): Promise<Session[]> {
  const rows = await tx.query<SessionRow>(
    `SELECT * FROM session
     WHERE ($1::uuid IS NULL OR client_id = $1) AND ($2::uuid IS NULL OR therapist_id = $2)
       AND ($3::timestamptz IS NULL OR starts_at >= $3) AND ($4::timestamptz IS NULL OR starts_at < $4)
       AND ($5::timestamptz IS NULL OR (starts_at, session_id) > ($5, $6::uuid))
     ORDER BY starts_at, session_id LIMIT $7`,
    [clientId, therapistId, from, to, after?.startsAt ?? null, after?.sessionId ?? null, limit],
  );
  return rows.map(toSession);
}

function toSession(row: SessionRow): Session {
  return {
    sessionId: row.session_id,
    clientId: row.client_id,
    therapistId: row.therapist_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    zone: row.zone,
    type: row.type,
    status: row.status,
    version: row.version,
  };
}
