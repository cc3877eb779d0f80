import type { Transaction } from '@attune/platform';
import type { Alert, AlertStatus } from '../domain/alert/alert.ts';
import { toAlert, type AlertRow } from './alert.mapping.ts';
import { alertAsJson } from './alert.sql.ts';
import type { Note } from './note.store.ts';

/** An alert as one person sees it: with names, and with how that person stands to its client. */
export interface SeenAlert {
  readonly alert: Alert;
  readonly clientName: string | null;
  readonly recipientName: string | null;
  /** What was written about it, oldest first; empty also where this person may not read it. */
  readonly notes: readonly SeenNote[];
  /** Which part of the alliance the newest response rated lowest, where it says so. */
  readonly lowest: string | null;
  readonly treats: boolean;
}

export interface SeenNote extends Note {
  readonly writtenByName: string | null;
}

interface NoteRow {
  readonly note_id: string;
  readonly written_by: string | null;
  readonly written_at: string;
  readonly note: string;
  readonly name: string | null;
}

interface SeenRow {
  readonly alert: AlertRow;
  readonly client_name: string | null;
  readonly recipient_name: string | null;
  readonly notes: readonly NoteRow[];
  readonly lowest: string | null;
  readonly treats: boolean;
}

/** $1 the person who looks, $2 now. */
const seen = `
  SELECT ${alertAsJson} AS alert, client.name AS client_name, recipient.name AS recipient_name,
    (SELECT coalesce(jsonb_agg(to_jsonb(written) || jsonb_build_object('name', writer.name)
        ORDER BY written.written_at, written.note_id), '[]')
      FROM alert_note written LEFT JOIN person writer ON writer.person_id = written.written_by
      WHERE written.alert_id = alert.alert_id) AS notes,
    CASE WHEN alert.concern = 'alliance' THEN (
      SELECT part.scale FROM score_point part
      WHERE part.response_id = (SELECT signal.response_id FROM alert_signal signal
          WHERE signal.alert_id = alert.alert_id ORDER BY signal.detected_at DESC LIMIT 1)
        AND part.scale IN ('goals', 'tasks', 'bond') AND NOT part.voided
      ORDER BY part.value, part.scale LIMIT 1) END AS lowest,
    EXISTS (
      SELECT FROM care_relationship relationship
      WHERE relationship.client_id = alert.client_id AND relationship.staff_id = $1
        AND relationship.kind IN ('primary', 'cover') AND relationship.valid_from <= $2
        AND (relationship.valid_to IS NULL OR relationship.valid_to > $2)) AS treats
  FROM alert
  LEFT JOIN person client ON client.person_id = alert.client_id
  LEFT JOIN person recipient ON recipient.person_id = alert.recipient_id`;

export interface AlertFilter {
  readonly statuses: readonly AlertStatus[];
  readonly clientId: string | null;
  /** Only those that went up because nobody acknowledged them. */
  readonly escalated: boolean;
  /** Only ruptures after which the alliance has not come back. */
  readonly unrepaired: boolean;
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
  { statuses, clientId, escalated, unrepaired }: AlertFilter,
  after: Place | null,
  limit: number,
): Promise<SeenAlert[]> {
  // Written out rather than left to a parameter, so that the index of unresolved alerts can be used.
  const unresolved = statuses.includes('resolved') ? '' : `AND alert.status <> 'resolved'`;
  const narrowed = [
    escalated ? 'AND alert.escalation_level IS NOT NULL' : '',
    unrepaired ? `AND alert.repair ->> 'status' = 'not-repaired'` : '',
  ];
  const rows = await tx.query<SeenRow>(
    `${seen}
     WHERE alert.status = ANY($3) ${unresolved} ${narrowed.join(' ')} AND ($4::uuid IS NULL OR alert.client_id = $4)
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
  notes,
  lowest,
  treats,
}: SeenRow): SeenAlert {
  return { alert: toAlert(alert), clientName, recipientName, notes: notes.map(toNote), lowest, treats };
}

const toNote = ({
  note_id: noteId,
  written_by: writtenBy,
  written_at: at,
  note,
  name,
}: NoteRow): SeenNote => ({
  noteId,
  writtenBy,
  writtenAt: new Date(at),
  text: note,
  writtenByName: name,
});
