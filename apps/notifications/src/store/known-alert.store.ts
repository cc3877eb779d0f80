import type { Severity } from '@attune/clinical';
import type { Transaction } from '@attune/platform';

export interface KnownAlert {
  readonly alertId: string;
  readonly recipientId: string | null;
  readonly watcherIds: readonly string[];
  readonly concern: string;
  readonly severity: Severity;
  readonly status: string;
  readonly acknowledgeBy: Date | null;
  readonly snoozedUntil: Date | null;
  readonly escalationLevel: string | null;
  readonly version: number;
}

export function saveAlert(tx: Transaction, alert: KnownAlert): void {
  tx.send(
    `INSERT INTO known_alert (alert_id, recipient_id, watcher_ids, concern, severity, status, acknowledge_by,
       snoozed_until, escalation_level, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (alert_id) DO UPDATE SET recipient_id = excluded.recipient_id, watcher_ids = excluded.watcher_ids,
       severity = excluded.severity, status = excluded.status, acknowledge_by = excluded.acknowledge_by,
       snoozed_until = excluded.snoozed_until, escalation_level = excluded.escalation_level, version = excluded.version
     WHERE known_alert.version < excluded.version`,
    [
      ...[
        alert.alertId,
        alert.recipientId,
        [...alert.watcherIds],
        alert.concern,
        alert.severity,
        alert.status,
      ],
      ...[alert.acknowledgeBy, alert.snoozedUntil, alert.escalationLevel, alert.version],
    ],
  );
}

export async function findAlert(
  tx: Transaction,
  alertId: string,
): Promise<Pick<KnownAlert, 'recipientId' | 'concern' | 'status' | 'escalationLevel'> | null> {
  const sql = `SELECT recipient_id AS "recipientId", concern, status, escalation_level AS "escalationLevel"
    FROM known_alert WHERE alert_id = $1`;
  return (await tx.query<KnownAlert>(sql, [alertId]))[0] ?? null;
}

/** What waits for a member of staff: open alerts of their own, and those that went up to them. */
export async function waitingFor(
  tx: Transaction,
  personId: string,
  now: Date,
): Promise<{ waiting: number; overdue: number }> {
  const [row] = await tx.query<{ waiting: number; overdue: number }>(
    `SELECT count(*)::int AS waiting, count(*) FILTER (WHERE acknowledge_by <= $2)::int AS overdue
     FROM known_alert WHERE status = 'open' AND (recipient_id = $1
       OR ($1 = ANY (watcher_ids) AND escalation_level IS NOT NULL)
       OR (escalation_level = 'clinic-lead' AND EXISTS (SELECT FROM recipient
         WHERE recipient.person_id = $1 AND 'clinic-lead' = ANY (roles))))`,
    [personId, now],
  );
  return row ?? { waiting: 0, overdue: 0 };
}
