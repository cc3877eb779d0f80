import type { AttendanceSignal, Signal } from '../domain/alert/signal.ts';

/** A row of `alert_signal`, as Postgres hands it over inside JSON. */
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

export interface AttendanceSignalRow {
  readonly signal_id: string;
  readonly rule: string;
  readonly kind: AttendanceSignal['kind'];
  readonly severity: AttendanceSignal['severity'];
  readonly subject_id: string;
  readonly count: number;
  readonly since: string;
  readonly detected_at: string;
  readonly withdrawn: boolean;
}

export function toSignal(row: SignalRow): Signal {
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

export function toAttendanceSignal(row: AttendanceSignalRow): AttendanceSignal {
  const { signal_id: signalId, rule, kind, severity, subject_id: subjectId, count, withdrawn } = row;
  const times = { since: new Date(row.since), detectedAt: new Date(row.detected_at) };
  return { signalId, rule, kind, severity, subjectId, count, ...times, withdrawn };
}

export function toAttendanceSignalRow(
  alertId: string,
  signal: AttendanceSignal,
): AttendanceSignalRow & { readonly alert_id: string } {
  return {
    alert_id: alertId,
    signal_id: signal.signalId,
    rule: signal.rule,
    kind: signal.kind,
    severity: signal.severity,
    subject_id: signal.subjectId,
    count: signal.count,
    since: signal.since.toISOString(),
    detected_at: signal.detectedAt.toISOString(),
    withdrawn: signal.withdrawn,
  };
}
