/** Score series, alerts and their signals. The database itself refuses a second open alert for one concern. */
export const alertTables = `
CREATE TABLE score_point (
  response_id uuid NOT NULL,
  scale text NOT NULL,
  client_id uuid NOT NULL,
  instrument_url text NOT NULL,
  instrument_version text NOT NULL,
  value double precision NOT NULL,
  answered_at timestamptz NOT NULL,
  submitted_at timestamptz NOT NULL,
  voided boolean NOT NULL DEFAULT false,
  PRIMARY KEY (response_id, scale)
);
CREATE INDEX score_point_series ON score_point (client_id, instrument_url, answered_at DESC) WHERE NOT voided;

CREATE TABLE alert (
  alert_id uuid PRIMARY KEY,
  client_id uuid NOT NULL,
  concern text NOT NULL CHECK (concern IN ('alliance', 'outcome', 'safety', 'attendance')),
  severity text NOT NULL CHECK (severity IN ('low', 'medium', 'high')),
  status text NOT NULL CHECK (status IN ('open', 'acknowledged', 'resolved')),
  recipient_id uuid,
  pinned_recipient_id uuid,
  pin_reason text,
  watcher_ids uuid[] NOT NULL,
  route_changes_at timestamptz,
  version integer NOT NULL,
  raised_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  submitted_at timestamptz,
  acknowledged_by uuid,
  acknowledged_at timestamptz,
  outcome text,
  resolved_by uuid,
  resolved_at timestamptz,
  note text,
  CHECK ((status = 'resolved') = (outcome IS NOT NULL AND resolved_at IS NOT NULL)),
  CHECK ((status = 'acknowledged') <= (acknowledged_by IS NOT NULL))
);
CREATE UNIQUE INDEX alert_one_open ON alert (client_id, concern) WHERE status <> 'resolved';
CREATE INDEX alert_of_client ON alert (client_id, changed_at);
CREATE INDEX alert_list ON alert (raised_at DESC, alert_id DESC);
CREATE INDEX alert_unresolved ON alert (raised_at DESC, alert_id DESC) WHERE status <> 'resolved';
CREATE INDEX alert_route_due ON alert (route_changes_at) WHERE status <> 'resolved' AND route_changes_at IS NOT NULL;

CREATE TABLE alert_signal (
  signal_id uuid PRIMARY KEY,
  alert_id uuid NOT NULL REFERENCES alert,
  rule text NOT NULL,
  severity text NOT NULL,
  response_id uuid NOT NULL,
  instrument_url text NOT NULL,
  instrument_version text NOT NULL,
  scale text NOT NULL,
  value double precision NOT NULL,
  threshold double precision NOT NULL,
  previous double precision,
  detected_at timestamptz NOT NULL,
  withdrawn boolean NOT NULL
);
CREATE INDEX alert_signal_of_alert ON alert_signal (alert_id);
CREATE UNIQUE INDEX alert_signal_once ON alert_signal (response_id, rule, scale) WHERE NOT withdrawn;

CREATE TABLE person (
  person_id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('client', 'staff')),
  name text NOT NULL,
  roles text[] NOT NULL
);
`;
