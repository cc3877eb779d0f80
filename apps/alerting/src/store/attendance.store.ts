import type { Transaction } from '@attune/platform';
import type { Alert } from '../domain/alert/alert.ts';
import type { AttendanceRecord } from '../domain/attendance/attendance.ts';
import { toAlert, type AlertRow } from './alert.mapping.ts';
import { alertAsJson } from './alert.sql.ts';

/** The newest of a kind that are looked at: longer rows say nothing more. */
const most = 50;

/** What is known of one request or session; an answer to a request is the last word about it. */
export function saveAttendance(tx: Transaction, clientId: string, record: AttendanceRecord): void {
  tx.send(
    `INSERT INTO attendance_record (client_id, kind, subject_id, at, absent) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (client_id, kind, subject_id) DO UPDATE SET at = excluded.at, absent = excluded.absent
     WHERE attendance_record.kind <> 'silence' OR NOT excluded.absent`,
    [clientId, record.kind, record.subjectId, record.at, record.absent],
  );
}

/** A session that has neither taken place nor been missed after all. */
export function forgetAttendance(tx: Transaction, clientId: string, subjectId: string): void {
  tx.send(
    `UPDATE attendance_record SET absent = false WHERE client_id = $1 AND kind = 'missed-sessions' AND subject_id = $2`,
    [clientId, subjectId],
  );
}

export async function readAttendance(tx: Transaction, clientId: string): Promise<AttendanceRecord[]> {
  const rows = await tx.query<{
    kind: AttendanceRecord['kind'];
    subject_id: string;
    at: Date;
    absent: boolean;
  }>(
    `SELECT kind, subject_id, at, absent FROM (
       SELECT *, row_number() OVER (PARTITION BY kind ORDER BY at DESC, subject_id DESC) AS place
       FROM attendance_record WHERE client_id = $1) newest WHERE place <= $2`,
    [clientId, most],
  );
  return rows.map(({ subject_id: subjectId, ...rest }) => ({ ...rest, subjectId }));
}

/** The alerts about a client's attendance, those that were closed too. */
export async function readAttendanceAlerts(tx: Transaction, clientId: string): Promise<Alert[]> {
  const sql = `SELECT ${alertAsJson} AS alert FROM alert
    WHERE client_id = $1 AND concern = 'attendance' ORDER BY raised_at`;
  return (await tx.query<{ alert: AlertRow }>(sql, [clientId])).map(({ alert }) => toAlert(alert));
}
