import type { Transaction } from '@attune/platform';
import type { Alert, AlertStatus } from '../domain/alert.ts';
import { toAlert, type AlertRow } from './alert.mapping.ts';
import { alertAsJson } from './alert.sql.ts';

/** An alert as one person sees it: with names, and with how that person stands to its client. */
export interface SeenAlert {
  readonly alert: Alert;
  readonly clientName: string | null;
  readonly recipientName: string | null;
  /** What was written when it was resolved; null also where this person may not read it. */
  readonly note: string | null;
  readonly treats: boolean;
}

interface SeenRow {
  readonly alert: AlertRow;
  readonly client_name: string | null;
  readonly recipient_name: string | null;
  readonly note: string | null;
  readonly treats: boolean;
}

/** $1 the person who looks, $2 now. */
const seen = `
  SELECT ${alertAsJson} AS alert, client.name AS client_name, recipient.name AS recipient_name,
    written.note, EXISTS (
      SELECT FROM care_relationship relationship
      WHERE relationship.client_id = alert.client_id AND relationship.staff_id = $1
        AND relationship.kind IN ('primary', 'cover') AND relationship.valid_from <= $2
        AND (relationship.valid_to IS NULL OR relationship.valid_to > $2)) AS treats
  FROM alert
  LEFT JOIN person client ON client.person_id = alert.client_id
  LEFT JOIN person recipient ON recipient.person_id = alert.recipient_id
  LEFT JOIN alert_note written ON written.alert_id = alert.alert_id`;

export interface AlertFilter {
  readonly statuses: readonly AlertStatus[];
  readonly clientId: string | null;
}

export interface Place {
  readonly raisedAt: string;
  readonly alertId: string;
}

/** Behind every id. A place that is always given lets the index begin there, which `$5 IS NULL OR …` does not. */
const lastId = `'ffffffff-ffff-ffff-ffff-ffffffffffff'`;

/** Alerts in the order in which they were raised, the newest first, from behind a place in that order. */
export async function listAlerts(
  tx: Transaction,
  viewer: { id: string; now: Date },
  { statuses, clientId }: AlertFilter,
  after: Place | null,
  limit: number,
): Promise<SeenAlert[]> {
  // Written out rather than left to a parameter, so that the index of unresolved alerts can be used.
  const unresolved = statuses.includes('resolved') ? '' : `AND alert.status <> 'resolved'`;
  const rows = await tx.query<SeenRow>(
    `${seen}
     WHERE alert.status = ANY($3) ${unresolved} AND ($4::uuid IS NULL OR alert.client_id = $4)
       AND (alert.raised_at, alert.alert_id) < (coalesce($5::timestamptz, 'infinity'), coalesce($6::uuid, ${lastId}))
     ORDER BY alert.raised_at DESC, alert.alert_id DESC LIMIT $7`,
    [viewer.id, viewer.now, [...statuses], clientId, after?.raisedAt ?? null, after?.alertId ?? null, limit],
  );
  return rows.map(toSeen);
}

/** Whether the person may see any alert about the client, as one who was handed one does. */
export async function seesAlertOf(tx: Transaction, clientId: string): Promise<boolean> {
  return (await tx.query('SELECT FROM alert WHERE client_id = $1 LIMIT 1', [clientId])).length > 0;
}

export async function findSeenAlert(
  tx: Transaction,
  viewer: { id: string; now: Date },
  alertId: string,
): Promise<SeenAlert | null> {
  const [row] = await tx.query<SeenRow>(`${seen} WHERE alert.alert_id = $3`, [
    viewer.id,
    viewer.now,
    alertId,
  ]);
  return row ? toSeen(row) : null;
}

function toSeen({
  alert,
  client_name: clientName,
  recipient_name: recipientName,
  note,
  treats,
}: SeenRow): SeenAlert {
  return { alert: toAlert(alert), clientName, recipientName, note, treats };
}
