import type { Transaction } from '@attune/platform';

/** Takes in what is known of a client; whoever gets events of a client may be asked to answer. */
export async function saveClient(tx: Transaction, clientId: string, language: string): Promise<void> {
  await tx.query(
    `INSERT INTO client (client_id, language) VALUES ($1, $2)
     ON CONFLICT (client_id) DO UPDATE SET language = excluded.language`,
    [clientId, language],
  );
}

/** Until the transaction ends nobody is erased: what is written for the client is there to be taken back then. */
export function keepFromErasure(tx: Transaction, clientId: string): void {
  tx.send(`SELECT pg_advisory_xact_lock_shared(hashtextextended('client ' || $1, 0))`, [clientId]);
}

/** From here on nothing new is written for the client; what others are writing is waited for. */
export async function forgetClient(tx: Transaction, clientId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('client ' || $1, 0))`, [clientId]);
  await tx.query('DELETE FROM planned_request WHERE client_id = $1', [clientId]);
  await tx.query(
    'UPDATE request SET next_reminder_at = NULL WHERE client_id = $1 AND next_reminder_at IS NOT NULL',
    [clientId],
  );
  await tx.query('DELETE FROM draft_answers WHERE client_id = $1', [clientId]);
  await tx.query('DELETE FROM client WHERE client_id = $1', [clientId]);
}

/** The language of a client who is known and whom the caller may see, else null. */
export async function findLanguage(tx: Transaction, clientId: string): Promise<string | null> {
  const sql = 'SELECT language FROM client WHERE client_id = $1';
  const [row] = await tx.query<{ language: string }>(sql, [clientId]);
  return row?.language ?? null;
}

/** Which of these clients are known. */
export async function knownClients(tx: Transaction, clientIds: readonly string[]): Promise<Set<string>> {
  const sql = 'SELECT client_id FROM client WHERE client_id = ANY($1::uuid[])';
  const rows = await tx.query<{ client_id: string }>(sql, [clientIds]);
  return new Set(rows.map(({ client_id }) => client_id));
}
