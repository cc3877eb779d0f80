import type { Alert, Resolution, Signal } from '../domain/alert.ts';

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
  readonly signals: readonly SignalRow[];
}

export interface SignalRow {
  readonly signal_id: string;
  readonly rule: string;
  readonly severity: Signal['severity'];
  readonly response_id: string;
  readonly instrument_url: string;
  readonly instrument_version: string;
  readonly scale: string;
  readonly value: number;
  readonly threshold: number;
  readonly previous: number | null;
  readonly reference: number | null;
  readonly statistic: number | null;
  readonly detector: Signal['detector'];
  readonly direction: Signal['direction'];
  readonly rule_set: string;
  readonly detected_at: string;
  readonly withdrawn: boolean;
}

const instant = (text: string | null) => (text === null ? null : new Date(text));

export function toAlert(row: AlertRow): Alert {
  const { acknowledged_by: by, acknowledged_at: at } = row;
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
    version: row.version,
    raisedAt: new Date(row.raised_at),
    changedAt: new Date(row.changed_at),
    submittedAt: instant(row.submitted_at),
    acknowledgement: by && at ? { by, at: new Date(at) } : null,
    resolution: toResolution(row),
  };
}

function toResolution({ outcome, resolved_by: by, resolved_at: at }: AlertRow): Resolution | null {
  return outcome && at ? { outcome, by, at: new Date(at) } : null;
}

function toSignal(row: SignalRow): Signal {
  const { signal_id: signalId, response_id: responseId, detected_at: detectedAt } = row;
  const { rule, severity, scale, detector, direction, rule_set: ruleSet, withdrawn } = row;
  const { value, threshold, previous, reference, statistic } = row;
  const instrument = { url: row.instrument_url, version: row.instrument_version };
  const numbers = { value, threshold, previous, reference, statistic };
  return {
    signalId,
    ...{ rule, ruleSet, detector, direction },
    severity,
    responseId,
    instrument,
    scale,
    ...numbers,
    detectedAt: new Date(detectedAt),
    withdrawn,
  };
}

/** The columns of `alert`, ready for `jsonb_to_recordset`. */
export function toAlertRow(alert: Alert): Omit<AlertRow, 'signals'> {
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
  };
}

export function toSignalRow(alertId: string, signal: Signal): SignalRow & { readonly alert_id: string } {
  return {
    alert_id: alertId,
    signal_id: signal.signalId,
    rule: signal.rule,
    severity: signal.severity,
    response_id: signal.responseId,
    instrument_url: signal.instrument.url,
    instrument_version: signal.instrument.version,
    scale: signal.scale,
    value: signal.value,
    threshold: signal.threshold,
    previous: signal.previous,
    reference: signal.reference,
    statistic: signal.statistic,
    detector: signal.detector,
    direction: signal.direction,
    rule_set: signal.ruleSet,
    detected_at: signal.detectedAt.toISOString(),
    withdrawn: signal.withdrawn,
  };
}
