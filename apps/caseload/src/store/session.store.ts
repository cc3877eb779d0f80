import type { Transaction } from '@attune/platform';

export interface Session {
  readonly sessionId: string;
  readonly clientId: string;
  readonly therapistId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
  readonly status: 'booked' | 'completed' | 'cancelled' | 'missed';
}

/** Stores the session and sets the client's last completed one, in one statement: a year has thousands of them. */
export async function saveSession(tx: Transaction, session: Session, knownAt: Date): Promise<void> {
  const { sessionId, clientId, therapistId, startsAt, endsAt, zone, status } = session;
  await tx.query(
    `WITH written AS (
       INSERT INTO session (session_id, client_id, therapist_id, starts_at, ends_at, zone, status)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (session_id) DO UPDATE SET therapist_id = excluded.therapist_id, starts_at = excluded.starts_at,
         ends_at = excluded.ends_at, zone = excluded.zone, status = excluded.status
     ), last AS (
       SELECT max(starts_at) AS at FROM (
         SELECT starts_at FROM session WHERE client_id = $2 AND status = 'completed' AND session_id <> $1
         UNION ALL SELECT $4::timestamptz WHERE $7 = 'completed') completed
     )
     INSERT INTO client_entry AS entry (client_id, last_session_at, known_at) SELECT $2, last.at, $8 FROM last
     ON CONFLICT (client_id) DO UPDATE SET last_session_at = excluded.last_session_at,
       known_at = greatest(entry.known_at, excluded.known_at)`,
    [sessionId, clientId, therapistId, startsAt, endsAt, zone, status, knownAt],
  );
}
