import type { Transaction } from '@attune/platform';
import type { OpenAlert } from '../domain/caseload-entry.ts';
import { signsOf, type SignsRow } from './signs.sql.ts';

export interface DaySession extends SignsRow {
  readonly sessionId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly status: 'booked' | 'completed' | 'cancelled' | 'missed';
  readonly clientId: string;
  readonly clientName: string | null;
  readonly therapistId: string;
  readonly therapistName: string | null;
  readonly lastScore: number | null;
  readonly lastScoreAt: Date | null;
  readonly lastScoreMin: number | null;
  readonly lastScoreMax: number | null;
  readonly change: number | null;
  readonly alerts: OpenAlert[];
  readonly answered: boolean;
}

export interface DayRequest {
  readonly requestId: string;
  readonly clientId: string;
  readonly clientName: string | null;
  readonly therapistName: string | null;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

/** A day of a calendar, as instants of the zone. */
export async function dayIn(tx: Transaction, date: string, zone: string): Promise<{ from: Date; to: Date }> {
  const [row] = await tx.query<{ from: Date; to: Date }>(
    `SELECT $1::date::timestamp AT TIME ZONE $2 AS "from", ($1::date + 1)::timestamp AT TIME ZONE $2 AS "to"`,
    [date, zone],
  );
  if (!row) throw new Error('a row without a table is missing');
  return row;
}

export function sessionsBetween(
  tx: Transaction,
  { from, to }: { from: Date; to: Date },
  therapistId: string | null,
  limit: number,
): Promise<DaySession[]> {
  return tx.query<DaySession>(
    `SELECT session_id AS "sessionId", starts_at AS "startsAt", ends_at AS "endsAt", status,
       session.client_id AS "clientId", entry.name AS "clientName", session.therapist_id AS "therapistId",
       staff.name AS "therapistName", entry.last_score AS "lastScore", entry.last_score_at AS "lastScoreAt",
       entry.last_score_min AS "lastScoreMin", entry.last_score_max AS "lastScoreMax",
       entry.last_score_change AS change, coalesce(entry.alerts, '[]') AS alerts, ${signsOf('entry')},
       EXISTS (SELECT FROM client_answer answer
         WHERE answer.client_id = session.client_id AND answer.session_id = session.session_id) AS answered
     FROM session
     LEFT JOIN client_entry entry ON entry.client_id = session.client_id
     LEFT JOIN staff ON staff.person_id = session.therapist_id
     WHERE starts_at >= $1 AND starts_at < $2 AND ($3::uuid IS NULL OR session.therapist_id = $3)
     ORDER BY starts_at, session_id LIMIT $4`,
    [from, to, therapistId, limit],
  );
}

/** $1 from, $2 to, $3 the therapist or null, $4 how many. */
const requests = (condition: string, order: string) => `
  SELECT request_id AS "requestId", request.client_id AS "clientId", entry.name AS "clientName",
    staff.name AS "therapistName", issued_at AS "issuedAt", expires_at AS "expiresAt"
  FROM client_request request
  LEFT JOIN client_entry entry ON entry.client_id = request.client_id
  LEFT JOIN staff ON staff.person_id = entry.therapist_id
  WHERE ${condition} AND ($3::uuid IS NULL OR entry.therapist_id = $3)
    AND NOT EXISTS (SELECT FROM client_answer answer WHERE answer.request_id = request.request_id)
  ORDER BY expires_at ${order}, request_id LIMIT $4`;

/** What is open on that day, the soonest due first. */
export function openRequests(
  tx: Transaction,
  { from, to }: { from: Date; to: Date },
  therapistId: string | null,
  limit: number,
): Promise<DayRequest[]> {
  const sql = requests(`state = 'open' AND issued_at < $2 AND expires_at >= $1`, 'ASC');
  return tx.query<DayRequest>(sql, [from, to, therapistId, limit]);
}

/** What nobody answered in time, the latest first. */
export function unansweredRequests(
  tx: Transaction,
  { from, to }: { from: Date; to: Date },
  therapistId: string | null,
  limit: number,
): Promise<DayRequest[]> {
  const sql = requests(`state = 'expired' AND expires_at >= $1 AND expires_at < $2`, 'DESC');
  return tx.query<DayRequest>(sql, [from, to, therapistId, limit]);
}
