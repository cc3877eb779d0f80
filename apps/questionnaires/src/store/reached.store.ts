import type { Transaction } from '@attune/platform';

/** A message about the request went out. */
export function noteSent(
  tx: Transaction,
  requestId: string,
  { reached, isReminder }: { readonly reached: Date | null; readonly isReminder: boolean },
): void {
  tx.send(
    `UPDATE request SET reached_at = coalesce(reached_at, $2), not_reached = NULL,
       reminders_sent = reminders_sent + $3 WHERE request_id = $1`,
    [requestId, reached, isReminder ? 1 : 0],
  );
}

/** A message about the request of this client did not go out. */
export function noteNotSent(tx: Transaction, requestId: string, clientId: string, reason: string): void {
  const sql = 'UPDATE request SET not_reached = $3 WHERE request_id = $1 AND client_id = $2';
  tx.send(sql, [requestId, clientId, reason]);
}

/** Whoever has the link has opened it. */
export function noteOpened(tx: Transaction, requestId: string, at: Date): void {
  tx.send('UPDATE request SET reached_at = $2 WHERE request_id = $1 AND reached_at IS NULL', [requestId, at]);
}
