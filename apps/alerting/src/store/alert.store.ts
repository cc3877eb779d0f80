import type { Transaction } from '@attune/platform';
import type { Alert, AlertFact } from '../domain/alert/alert.ts';
import { toAlert, toAlertRow, type AlertRow } from './alert.mapping.ts';
import { alertAsJson, saveAlertsSql, saveAttendanceSql, updateAlertSql } from './alert.sql.ts';
import { toAttendanceSignalRow, toSignalRow } from './signal.mapping.ts';

/**
 * Writes what became of the alerts; of several facts about one alert the last one holds.
 * @param before the alerts as they were read: their signals that are still the same are not written again
 */
export function saveAlerts(tx: Transaction, facts: readonly AlertFact[], before: readonly Alert[]): void {
  const alerts = [...new Map(facts.map(({ alert }) => [alert.alertId, alert])).values()];
  if (alerts.length === 0) return;
  const stored = new Set(before.flatMap(({ signals }) => signals));
  const signals = alerts.flatMap((alert) =>
    alert.signals.filter((signal) => !stored.has(signal)).map((signal) => toSignalRow(alert.alertId, signal)),
  );
  tx.send(saveAlertsSql, [JSON.stringify(alerts.map(toAlertRow)), JSON.stringify(signals)]);
  const attendance = alerts.flatMap((alert) =>
    alert.attendance.map((signal) => toAttendanceSignalRow(alert.alertId, signal)),
  );
  if (attendance.length > 0) tx.send(saveAttendanceSql, [JSON.stringify(attendance)]);
}

/** Whether something about this concern of the client waits already. */
export async function hasUnresolved(tx: Transaction, clientId: string, concern: string): Promise<boolean> {
  const sql = `SELECT FROM alert WHERE client_id = $1 AND concern = $2 AND status <> 'resolved'`;
  return (await tx.query(sql, [clientId, concern])).length > 0;
}

/** Counts scores that have come since a rupture, where nothing else about the alert has changed. */
export function saveRepair(tx: Transaction, { alertId, repair }: Alert): void {
  tx.send('UPDATE alert SET repair = $2 WHERE alert_id = $1', [alertId, JSON.stringify(repair)]);
}

/** Clients with an alert whose time has come to go up or to wake. */
export async function clientsDueToElapse(tx: Transaction, now: Date, limit: number): Promise<string[]> {
  const sql = `SELECT DISTINCT client_id FROM (
      SELECT client_id FROM alert WHERE due_at <= $1 ORDER BY due_at LIMIT $2) due ORDER BY client_id`;
  return (await tx.query<{ client_id: string }>(sql, [now, limit])).map((row) => row.client_id);
}

/** Writes one alert if nobody has changed it since it was read; false when somebody has. */
export async function updateAlert(tx: Transaction, alert: Alert, readVersion: number): Promise<boolean> {
  const rows = await tx.query(updateAlertSql, [JSON.stringify(toAlertRow(alert)), readVersion]);
  return rows.length > 0;
}

export async function findAlert(tx: Transaction, alertId: string): Promise<Alert | null> {
  const sql = `SELECT ${alertAsJson} AS alert FROM alert WHERE alert_id = $1`;
  const [row] = await tx.query<{ alert: AlertRow }>(sql, [alertId]);
  return row ? toAlert(row.alert) : null;
}

/** Clients with an unresolved alert whose recipient may have changed by the passing of time. */
export async function clientsDueForRouting(tx: Transaction, now: Date, limit: number): Promise<string[]> {
  const sql = `SELECT DISTINCT client_id FROM alert
    WHERE status <> 'resolved' AND route_changes_at <= $1 ORDER BY client_id LIMIT $2`;
  return (await tx.query<{ client_id: string }>(sql, [now, limit])).map((row) => row.client_id);
}

/** Clients whose safety alert has no recipient, or this one: a clinic lead who has come or gone changes where it goes. */
export async function clientsWithSafetyAt(tx: Transaction, personId: string): Promise<string[]> {
  const sql = `SELECT DISTINCT client_id FROM alert WHERE concern = 'safety' AND status <> 'resolved'
    AND (recipient_id IS NULL OR recipient_id = $1) ORDER BY client_id`;
  return (await tx.query<{ client_id: string }>(sql, [personId])).map((row) => row.client_id);
}

/** Remembers when to look at the route again, now or later, where nothing else about the alert has changed. */
export async function setRouteChangesAt(tx: Transaction, clientId: string, at: Date | null): Promise<void> {
  const sql = `UPDATE alert SET route_changes_at = $2
    WHERE client_id = $1 AND status <> 'resolved' AND route_changes_at IS DISTINCT FROM $2`;
  await tx.query(sql, [clientId, at]);
}
