import type { Transaction } from '@attune/platform';
import type { CompletedSession } from '../domain/cadence/due-requests.ts';

type Held = Omit<CompletedSession, 'number' | 'numberOfType'>;

export function insertCompleted(
  tx: Transaction,
  clientId: string,
  { sessionId, type, completedAt }: Held,
): void {
  tx.send(
    `INSERT INTO completed_session (session_id, client_id, type, completed_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING`,
    [sessionId, clientId, type, completedAt],
  );
}

/** Which of the client's sessions it is, among those that are known. */
export async function countCompleted(
  tx: Transaction,
  clientId: string,
  { sessionId, type, completedAt }: Held,
): Promise<Pick<CompletedSession, 'number' | 'numberOfType'>> {
  const [row] = await tx.query<{ number: number; of_type: number }>(
    `SELECT count(*)::int AS number, (count(*) FILTER (WHERE type = $2))::int AS of_type
     FROM completed_session WHERE client_id = $1 AND (completed_at, session_id) <= ($3, $4::uuid)`,
    [clientId, type, completedAt, sessionId],
  );
  return { number: row?.number ?? 1, numberOfType: row?.of_type ?? 1 };
}
