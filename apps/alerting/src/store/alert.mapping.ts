import type { Alert, Resolution } from '../domain/alert/alert.ts';
import { toLastAnswer, toLastAnswerRow, type LastAnswerRow } from './last-answer.mapping.ts';
import { toAttendanceSignal, toSignal, type AttendanceSignalRow, type SignalRow } from './signal.mapping.ts';

/** A row of `alert` with its signals, as Postgres hands it over inside JSON. */
export interface AlertRow {
  readonly alert_id: string;
  readonly client_id: string;
  readonly concern: Alert['concern'];
  readonly severity: Alert['severity'];
  readonly status: Alert['status'];
  readonly recipient_id: string | null;
  readonly pinned_recipient_id: string | null;
  readonly pin_reason: string | null;
  readonly watcher_ids: readonly string[];
  readonly route_changes_at: string | null;
  readonly version: number;
  readonly raised_at: string;
  readonly changed_at: string;
  readonly submitted_at: string | null;
  readonly acknowledged_by: string | null;
  readonly acknowledged_at: string | null;
  readonly outcome: Resolution['outcome'] | null;
  readonly resolved_by: string | null;
  readonly resolved_at: string | null;
  readonly acknowledge_by: string | null;
  readonly escalation_level: NonNullable<Alert['escalation']>['level'] | null;
  readonly escalated_at: string | null;
  readonly started_at: string | null;
  readonly snoozed_until: string | null;
  readonly snoozes: number;
  readonly repair: Alert['repair'];
  readonly useful: boolean | null;
  readonly last_answer: LastAnswerRow | null;
  readonly signals: readonly SignalRow[];
  readonly attendance: readonly AttendanceSignalRow[];
}

const instant = (text: string | null) => (text === null ? null : new Date(text));

export function toAlert(row: AlertRow): Alert {
  const { acknowledged_by: by, acknowledged_at: at, escalation_level: level, escalated_at: since } = row;
  return {
    alertId: row.alert_id,
    clientId: row.client_id,
    concern: row.concern,
    severity: row.severity,
    status: row.status,
    recipientId: row.recipient_id,
    pinnedRecipientId: row.pinned_recipient_id,
    pinReason: row.pin_reason,
    watcherIds: row.watcher_ids,
    routeChangesAt: instant(row.route_changes_at),
    signals: row.signals.map(toSignal),
    attendance: row.attendance.map(toAttendanceSignal),
    version: row.version,
    raisedAt: new Date(row.raised_at),
    changedAt: new Date(row.changed_at),
    submittedAt: instant(row.submitted_at),
    acknowledgement: by && at ? { by, at: new Date(at) } : null,
    acknowledgeBy: instant(row.acknowledge_by),
    escalation: level && since ? { level, at: new Date(since) } : null,
    startedAt: instant(row.started_at),
    snoozedUntil: instant(row.snoozed_until),
    snoozes: row.snoozes,
    repair: row.repair,
    resolution: toResolution(row),
    lastAnswer: row.last_answer && toLastAnswer(row.last_answer),
  };
}

function toResolution({ outcome, resolved_by: by, resolved_at: at, useful }: AlertRow): Resolution | null {
  return outcome && at ? { outcome, by, at: new Date(at), useful } : null;
}

/** The columns of `alert`, ready for `jsonb_to_recordset`. */
export function toAlertRow(alert: Alert): Omit<AlertRow, 'signals' | 'attendance'> {
  return {
    alert_id: alert.alertId,
    client_id: alert.clientId,
    concern: alert.concern,
    severity: alert.severity,
    status: alert.status,
    recipient_id: alert.recipientId,
    pinned_recipient_id: alert.pinnedRecipientId,
    pin_reason: alert.pinReason,
    watcher_ids: alert.watcherIds,
    route_changes_at: alert.routeChangesAt?.toISOString() ?? null,
    version: alert.version,
    raised_at: alert.raisedAt.toISOString(),
    changed_at: alert.changedAt.toISOString(),
    submitted_at: alert.submittedAt?.toISOString() ?? null,
    acknowledged_by: alert.acknowledgement?.by ?? null,
    acknowledged_at: alert.acknowledgement?.at.toISOString() ?? null,
    outcome: alert.resolution?.outcome ?? null,
    resolved_by: alert.resolution?.by ?? null,
    resolved_at: alert.resolution?.at.toISOString() ?? null,
    acknowledge_by: alert.acknowledgeBy?.toISOString() ?? null,
    escalation_level: alert.escalation?.level ?? null,
    escalated_at: alert.escalation?.at.toISOString() ?? null,
    started_at: alert.startedAt?.toISOString() ?? null,
    snoozed_until: alert.snoozedUntil?.toISOString() ?? null,
    snoozes: alert.snoozes,
    repair: alert.repair,
    useful: alert.resolution?.useful ?? null,
    last_answer: alert.lastAnswer && toLastAnswerRow(alert.lastAnswer),
  };
}
