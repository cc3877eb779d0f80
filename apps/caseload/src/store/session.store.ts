import type { Transaction } from '@attune/platform';
import type { Attendance } from '../domain/caseload-entry.ts';

export interface Session {
  readonly sessionId: string;
  readonly clientId: string;
  readonly therapistId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
  readonly status: 'booked' | 'completed' | 'cancelled' | 'missed';
}

export function saveSession(tx: Transaction, session: Session): void {
  const { sessionId, clientId, therapistId, startsAt, endsAt, zone, status } = session;
  tx.send(
    `INSERT INTO session (session_id, client_id, therapist_id, starts_at, ends_at, zone, status)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (session_id) DO UPDATE SET therapist_id = excluded.therapist_id, starts_at = excluded.starts_at,
       ends_at = excluded.ends_at, zone = excluded.zone, status = excluded.status`,
    [sessionId, clientId, therapistId, startsAt, endsAt, zone, status],
  );
}

/** @param since from when on a missed session is a late one */
export async function readAttendance(
  tx: Transaction,
  clientId: string,
  { since, now }: { readonly since: Date; readonly now: Date },
): Promise<Attendance> {
  const [row] = await tx.query<Attendance>(
    `SELECT last.at AS "lastSessionAt",
       count(*) FILTER (WHERE starts_at > coalesce(last.at, '-infinity'))::int AS "missedInARow",
       count(*) FILTER (WHERE starts_at >= $2)::int AS "missedLately",
       min(starts_at) FILTER (WHERE starts_at >= $2) AS "oldestMissedAt",
       next.at AS "nextSessionAt", next.ahead
     FROM (SELECT max(starts_at) AS at FROM session WHERE client_id = $1 AND status = 'completed') last
     CROSS JOIN (SELECT min(starts_at) AS at, count(*)::int AS ahead FROM session
       WHERE client_id = $1 AND status = 'booked' AND starts_at > $3) next
     LEFT JOIN session missed ON missed.client_id = $1 AND missed.status = 'missed'
     GROUP BY last.at, next.at, next.ahead`,
    [clientId, since, now],
  );
  if (!row) throw new Error('a group of one gave no row');
  return row;
}
