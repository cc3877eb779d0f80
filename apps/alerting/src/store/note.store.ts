import type { Transaction } from '@attune/platform';
import type { Alert } from '../domain/alert/alert.ts';

/** What somebody wrote about an alert. */
export interface Note {
  readonly noteId: string;
  readonly writtenBy: string | null;
  readonly writtenAt: Date;
  readonly text: string;
}

/** Keeps a note where only those who may read it find it. */
export function saveNote(
  tx: Transaction,
  { alertId, clientId }: Pick<Alert, 'alertId' | 'clientId'>,
  { noteId, writtenBy, writtenAt, text }: Note,
): void {
  tx.send(
    `INSERT INTO alert_note (note_id, alert_id, client_id, note, written_by, written_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [noteId, alertId, clientId, text, writtenBy, writtenAt],
  );
}

/** Of a client who was erased nothing stays that somebody wrote. */
export function eraseNotes(tx: Transaction, clientId: string): void {
  tx.send('DELETE FROM alert_note WHERE client_id = $1', [clientId]);
  tx.send('UPDATE alert SET pin_reason = NULL WHERE client_id = $1 AND pin_reason IS NOT NULL', [clientId]);
}
