import type { Transaction } from '@attune/platform';
import type { PlannedRequest } from '../domain/cadence/due-requests.ts';

interface PlannedRow {
  readonly client_id: string;
  readonly policy: string;
  readonly occasion: string;
  readonly trigger: PlannedRequest['trigger'];
  readonly session_id: string | null;
  readonly session_type: string | null;
  readonly due_at: Date;
}

/** Requests that came out of the client's care, and not out of a session. */
const inCare = `trigger IN ('at-intake', 'every-n-weeks', 'at-end-of-care')`;

/** Plans what is not planned yet and has not been asked. @param lookAt when to look at them; null for when they are due */
export async function insertPlanned(
  tx: Transaction,
  planned: readonly PlannedRequest[],
  lookAt: Date | null = null,
): Promise<void> {
  if (planned.length === 0) return;
  await tx.query(
    `INSERT INTO planned_request (client_id, policy, occasion, trigger, session_id, session_type, due_at, look_at)
     SELECT "clientId", policy, occasion, trigger, "sessionId", "sessionType", "dueAt", coalesce($2, "dueAt")
     FROM jsonb_to_recordset($1::jsonb) AS given("clientId" uuid, policy text, occasion text, trigger text,
       "sessionId" uuid, "sessionType" text, "dueAt" timestamptz)
     WHERE NOT EXISTS (SELECT FROM request WHERE request.client_id = "clientId" AND request.policy = given.policy
       AND request.occasion = given.occasion)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(planned), lookAt],
  );
}

/** Takes what is due off the list, those longest due first; nobody else takes it meanwhile. */
export async function takePlanned(tx: Transaction, now: Date, limit: number): Promise<PlannedRequest[]> {
  const rows = await tx.query<PlannedRow>(
    `WITH due AS MATERIALIZED (
       SELECT client_id, policy, occasion FROM planned_request
       WHERE look_at <= $1 ORDER BY look_at, client_id LIMIT $2 FOR UPDATE SKIP LOCKED
     )
     DELETE FROM planned_request AS taken USING due
     WHERE (taken.client_id, taken.policy, taken.occasion) = (due.client_id, due.policy, due.occasion)
     RETURNING taken.*`,
    [now, limit],
  );
  return rows.map(toPlanned);
}

/** The same for one client. */
export async function takePlannedOf(tx: Transaction, clientId: string, now: Date): Promise<PlannedRequest[]> {
  const sql = 'DELETE FROM planned_request WHERE client_id = $1 AND look_at <= $2 RETURNING *';
  return (await tx.query<PlannedRow>(sql, [clientId, now])).map(toPlanned);
}

/** Looks at once at what waits for somebody to be known: something of the client has become known. */
export function lookAgain(tx: Transaction, clientId: string): void {
  tx.send('UPDATE planned_request SET look_at = due_at WHERE client_id = $1 AND look_at > due_at', [
    clientId,
  ]);
}

/** Forgets what the care of clients would have led to later; what is due already is still decided on. */
export async function forgetPlannedInCare(
  tx: Transaction,
  clientIds: readonly string[],
  now: Date,
): Promise<void> {
  await tx.query(
    `DELETE FROM planned_request WHERE client_id = ANY ($1::uuid[]) AND due_at > $2 AND ${inCare}`,
    [clientIds, now],
  );
}

export async function forgetPlannedAbout(tx: Transaction, sessionId: string): Promise<void> {
  await tx.query('DELETE FROM planned_request WHERE session_id = $1', [sessionId]);
}

const toPlanned = (row: PlannedRow): PlannedRequest => ({
  clientId: row.client_id,
  policy: row.policy,
  trigger: row.trigger,
  occasion: row.occasion,
  sessionId: row.session_id,
  sessionType: row.session_type,
  dueAt: row.due_at,
});
