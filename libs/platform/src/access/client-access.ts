import type { Transaction } from '../database/transaction.ts';
import { notFound } from '../errors/problem.ts';

/**
 * Stands before a list about one client. Row security alone would answer with an empty list, which reads as "nothing
 * has happened" to somebody who may not know.
 * @throws Problem 404, as a single read does, when the signed-in person may not see the client
 */
export async function requireClient(tx: Transaction, clientId: string): Promise<void> {
  const sql = 'SELECT app_reads_every_client() OR $1 IN (SELECT app_clients()) AS sees';
  const [row] = await tx.query<{ sees: boolean }>(sql, [clientId]);
  if (row?.sees !== true) throw notFound('client');
}
