import type { Transaction } from '@attune/platform';

export interface AlertRecord {
  readonly alertId: string;
  readonly clientId: string;
  readonly concern: string;
  readonly severity: string;
  readonly status: 'open' | 'acknowledged' | 'resolved';
  readonly recipientId: string | null;
  readonly raisedAt: string;
  readonly changedAt: string;
  readonly repair?: { readonly status: string } | null | undefined;
}

/** Keeps what the overview counts. What is taken in hand for the first time stays so when the alert opens again. */
export function saveAlertRecord(tx: Transaction, alert: AlertRecord, takenInHand: boolean): void {
  const { alertId, clientId, concern, severity, status, recipientId, raisedAt, changedAt, repair } = alert;
  tx.send(
    `INSERT INTO client_alert AS known (alert_id, client_id, concern, severity, status, recipient_id, raised_at,
       taken_at, repair)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (alert_id) DO UPDATE SET severity = excluded.severity, status = excluded.status,
       recipient_id = excluded.recipient_id, taken_at = coalesce(known.taken_at, excluded.taken_at),
       repair = excluded.repair`,
    [
      ...[alertId, clientId, concern, severity, status, recipientId, raisedAt],
      ...[takenInHand ? changedAt : null, repair?.status ?? null],
    ],
  );
}
