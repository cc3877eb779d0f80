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
  readonly acknowledgeBy?: string | null | undefined;
  readonly repair?: { readonly status: string } | null | undefined;
  /** When the answer was given that is taken back with this. */
  readonly answeredAt?: string | undefined;
}

/**
 * Keeps what the overview counts. What is taken in hand for the first time stays so when the alert opens again, unless
 * that was a slip and is taken back; the deadline is the first one, which going further up does not put off.
 */
export function saveAlertRecord(tx: Transaction, alert: AlertRecord, takenInHand: boolean): void {
  const { alertId, clientId, concern, severity, status, recipientId, raisedAt, changedAt, repair } = alert;
  const deadline = alert.acknowledgeBy ?? null;
  tx.send(
    `INSERT INTO client_alert AS known (alert_id, client_id, concern, severity, status, recipient_id, raised_at,
       taken_at, repair, acknowledge_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (alert_id) DO UPDATE SET severity = excluded.severity, status = excluded.status,
       recipient_id = excluded.recipient_id,
       taken_at = coalesce(nullif(known.taken_at, $11::timestamptz), excluded.taken_at),
       repair = excluded.repair,
       acknowledge_by = CASE WHEN known.taken_at IS NULL
         THEN least(known.acknowledge_by, excluded.acknowledge_by) ELSE known.acknowledge_by END`,
    [
      ...[alertId, clientId, concern, severity, status, recipientId, raisedAt],
      ...[takenInHand ? changedAt : null, repair?.status ?? null, deadline, alert.answeredAt ?? null],
    ],
  );
}
