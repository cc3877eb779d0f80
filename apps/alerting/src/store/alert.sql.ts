/** The columns of `alert` that change, each set to what the writer brings. */
const changing = [
  'severity',
  'status',
  'recipient_id',
  'pinned_recipient_id',
  'pin_reason',
  'watcher_ids',
  'route_changes_at',
  'version',
  'changed_at',
  'submitted_at',
  'acknowledged_by',
  'acknowledged_at',
  'outcome',
  'resolved_by',
  'resolved_at',
  'acknowledge_by',
  'escalation_level',
  'escalated_at',
  'started_at',
  'snoozed_until',
  'snoozes',
  'repair',
  'useful',
  'last_answer',
];
const columns = ['alert_id', 'client_id', 'concern', 'raised_at', ...changing].join(', ');
const fromWriter = changing.map((column) => `${column} = written.${column}`).join(', ');

const signalColumns = `alert_id, signal_id, rule, severity, response_id, instrument_url, instrument_version, scale,
  value, threshold, previous, reference, statistic, detector, direction, rule_set, detected_at, withdrawn`;

/**
 * $1 alerts, $2 signals: both are written in one statement, new ones and changed ones. An upsert, because a join with
 * rows out of JSON, whose number the planner can only guess, would read the whole table.
 */
export const saveAlertsSql = `
  WITH written AS (
    INSERT INTO alert (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::alert, $1::jsonb)
    ON CONFLICT (alert_id) DO UPDATE SET ${changing.map((column) => `${column} = excluded.${column}`).join(', ')}
  )
  INSERT INTO alert_signal (${signalColumns})
  SELECT ${signalColumns} FROM jsonb_populate_recordset(NULL::alert_signal, $2::jsonb)
  ON CONFLICT (signal_id) DO UPDATE SET withdrawn = excluded.withdrawn
    WHERE alert_signal.withdrawn <> excluded.withdrawn`;

/** $1 the alert, $2 the version that the writer has read. */
export const updateAlertSql = `
  UPDATE alert SET ${fromWriter} FROM jsonb_populate_record(NULL::alert, $1::jsonb) AS written
  WHERE alert.alert_id = written.alert_id AND alert.version = $2 RETURNING alert.alert_id`;

/** One alert as JSON with its signals, oldest first. */
export const alertAsJson = `to_jsonb(alert) || jsonb_build_object('signals', coalesce((
    SELECT jsonb_agg(to_jsonb(signal) ORDER BY signal.detected_at, signal.signal_id)
    FROM alert_signal signal WHERE signal.alert_id = alert.alert_id), '[]'),
  'attendance', CASE WHEN alert.concern = 'attendance' THEN (
    SELECT coalesce(jsonb_agg(to_jsonb(signal) ORDER BY signal.detected_at, signal.signal_id), '[]')
    FROM attendance_signal signal WHERE signal.alert_id = alert.alert_id) ELSE '[]' END)`;

/** $1 attendance signals: new ones, and those that were withdrawn. */
export const saveAttendanceSql = `
  INSERT INTO attendance_signal SELECT * FROM jsonb_populate_recordset(NULL::attendance_signal, $1::jsonb)
  ON CONFLICT (signal_id) DO UPDATE SET withdrawn = excluded.withdrawn
    WHERE attendance_signal.withdrawn <> excluded.withdrawn`;
