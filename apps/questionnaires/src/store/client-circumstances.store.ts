import type { Transaction } from '@attune/platform';
import type { Care } from '../domain/cadence/care.ts';
import type { ClientNow } from '../domain/cadence/decide-request.ts';

/** Which of these clients are known, held until the transaction ends: one request is decided on at a time. */
export async function lockClients(tx: Transaction, clientIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ client_id: string }>(
    'SELECT client_id FROM client WHERE client_id = ANY ($1::uuid[]) ORDER BY client_id FOR UPDATE',
    [clientIds],
  );
  return new Set(rows.map(({ client_id }) => client_id));
}

/** Clients whose time-driven requests were planned before the latest change of the policies, or of their care. */
export async function takeClientsToPlan(tx: Transaction, change: number, limit: number): Promise<string[]> {
  const rows = await tx.query<{ client_id: string }>(
    `SELECT client_id FROM client WHERE planned_with < $1 ORDER BY planned_with, client_id LIMIT $2
     FOR UPDATE SKIP LOCKED`,
    [change, limit],
  );
  return rows.map(({ client_id }) => client_id);
}

/** @param change by which change of the policies they are planned now; 0 for: plan them anew */
export async function markPlanned(
  tx: Transaction,
  clientIds: readonly string[],
  change: number,
): Promise<void> {
  if (clientIds.length === 0) return;
  await tx.query('UPDATE client SET planned_with = $2 WHERE client_id = ANY ($1::uuid[])', [
    clientIds,
    change,
  ]);
}

interface CareRow {
  readonly client_id: string;
  readonly staff_id: string;
  readonly kind: Care['kind'];
  readonly valid_from: Date;
  readonly valid_to: Date | null;
}

/**
 * The care of each of these clients; one of whom none is known is not in it, and neither is one whose care waits behind
 * a parked event: better asked later than after their care has ended.
 */
export async function careOf(
  tx: Transaction,
  clientIds: readonly string[],
): Promise<Map<string, readonly Care[]>> {
  const rows = await tx.query<CareRow>(
    `SELECT * FROM care_relationship WHERE client_id = ANY ($1::uuid[]) AND NOT EXISTS (
       SELECT FROM parked_event WHERE topic = 'attune.public.care-relationships' AND key = client_id::text)`,
    [clientIds],
  );
  const care = new Map<string, Care[]>();
  for (const { client_id, staff_id: staffId, kind, valid_from: from, valid_to: to } of rows) {
    const known = care.get(client_id) ?? [];
    known.push({ staffId, kind, from, to });
    care.set(client_id, known);
  }
  return care;
}

export async function saveTeam(tx: Transaction, staffId: string, team: string | null): Promise<void> {
  if (team === null) {
    await tx.query('DELETE FROM staff_team WHERE staff_id = $1', [staffId]);
    return;
  }
  await tx.query(
    `INSERT INTO staff_team (staff_id, team) VALUES ($1, $2)
     ON CONFLICT (staff_id) DO UPDATE SET team = excluded.team`,
    [staffId, team],
  );
}

export async function teamsOf(tx: Transaction, staffIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ staff_id: string; team: string }>(
    'SELECT staff_id, team FROM staff_team WHERE staff_id = ANY ($1::uuid[])',
    [staffIds],
  );
  return new Map(rows.map(({ staff_id, team }) => [staff_id, team]));
}

/** The instruments (by url) of which each of these clients has an open request. */
export async function openInstruments(
  tx: Transaction,
  clientIds: readonly string[],
  now: Date,
): Promise<Map<string, Set<string>>> {
  const rows = await tx.query<{ client_id: string; urls: string[] }>(
    `SELECT client_id, array_agg(instrument_url) AS urls FROM request
     WHERE client_id = ANY ($1::uuid[]) AND response_id IS NULL AND revoked_at IS NULL AND expired_at IS NULL
       AND expires_at > $2 GROUP BY client_id`,
    [clientIds, now],
  );
  return new Map(rows.map(({ client_id, urls }) => [client_id, new Set(urls)]));
}

/**
 * What each of these clients has answered since then about a session, whichever way, and about none on paper or by a
 * link that was handed over.
 */
export async function answeredSince(
  tx: Transaction,
  clientIds: readonly string[],
  since: Date,
): Promise<Map<string, ClientNow['answered']>> {
  const rows = await tx.query<{ client_id: string; url: string; session_id: string | null; at: Date }>(
    `SELECT response.client_id, response.instrument_url AS url, response.session_id, response.answered_at AS at
     FROM response LEFT JOIN request USING (request_id)
     WHERE response.client_id = ANY ($1::uuid[]) AND response.answered_at >= $2 AND response.voided_at IS NULL
       AND (response.session_id IS NOT NULL OR response.mode = 'staff' OR request.delivery = 'by-hand')`,
    [clientIds, since],
  );
  const answers = rows.map(({ client_id, url, session_id: sessionId, at }) => ({
    ...{ client_id, url, sessionId, answeredAt: at.toISOString() },
  }));
  return Map.groupBy(answers, ({ client_id }) => client_id);
}
