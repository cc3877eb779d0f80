/**
 * What clients were asked, what they answered, which alerts there were, and what it comes to in a client's row. Rows
 * from before are looked at again by the sweep, which fills in what their tables already hold.
 */
export const engagementTables = `
CREATE TABLE client_request (
  request_id uuid PRIMARY KEY,
  client_id uuid NOT NULL,
  session_id uuid,
  issued_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'expired', 'revoked'))
);
CREATE INDEX client_request_of_client ON client_request (client_id);
CREATE INDEX client_request_by_expiry ON client_request (expires_at);

CREATE TABLE client_answer (
  response_id uuid PRIMARY KEY,
  request_id uuid,
  client_id uuid NOT NULL,
  session_id uuid,
  answered_at timestamptz NOT NULL
);
CREATE INDEX client_answer_of_client ON client_answer (client_id, answered_at DESC);
CREATE INDEX client_answer_of_request ON client_answer (request_id) WHERE request_id IS NOT NULL;

CREATE TABLE client_alert (
  alert_id uuid PRIMARY KEY,
  client_id uuid NOT NULL,
  concern text NOT NULL,
  severity text NOT NULL,
  status text NOT NULL CHECK (status IN ('open', 'acknowledged', 'resolved')),
  recipient_id uuid,
  raised_at timestamptz NOT NULL,
  taken_at timestamptz,
  repair text
);
CREATE INDEX client_alert_of_recipient ON client_alert (recipient_id, raised_at);

CREATE INDEX session_by_time ON session (starts_at);
CREATE INDEX session_missed ON session (client_id, starts_at) WHERE status = 'missed';

ALTER TABLE client_entry
  ADD missed_in_a_row int NOT NULL DEFAULT 0,
  ADD missed_lately int NOT NULL DEFAULT 0,
  ADD oldest_missed_at timestamptz,
  ADD requests_due int NOT NULL DEFAULT 0,
  ADD requests_answered int NOT NULL DEFAULT 0,
  ADD requests_silent int NOT NULL DEFAULT 0,
  ADD last_answer_at timestamptz,
  ADD care_since timestamptz,
  ADD attrition smallint NOT NULL DEFAULT 0 CHECK (attrition BETWEEN 0 AND 10),
  ADD factors jsonb NOT NULL DEFAULT '[]',
  ADD reassess_at timestamptz DEFAULT '-infinity',
  -- Keys of further sort orders, as above: what is not known yet sorts last.
  ADD change_key double precision NOT NULL GENERATED ALWAYS AS (coalesce(last_score_change, 'infinity')) STORED,
  ADD rate_key double precision NOT NULL GENERATED ALWAYS AS (
    CASE WHEN requests_due = 0 THEN 'infinity' ELSE requests_answered::double precision / requests_due END) STORED,
  ADD since_key timestamptz NOT NULL GENERATED ALWAYS AS (coalesce(care_since, 'infinity')) STORED,
  ADD contact_key timestamptz NOT NULL GENERATED ALWAYS AS (
    coalesce(greatest(last_session_at, last_answer_at), 'infinity')) STORED,
  ADD alert_key smallint NOT NULL GENERATED ALWAYS AS (jsonb_array_length(alerts)) STORED;
CREATE INDEX client_entry_by_attrition ON client_entry (attrition DESC, client_id DESC);
CREATE INDEX client_entry_by_change ON client_entry (change_key, client_id);
CREATE INDEX client_entry_by_rate ON client_entry (rate_key, client_id);
CREATE INDEX client_entry_by_missed ON client_entry (missed_in_a_row DESC, client_id DESC);
CREATE INDEX client_entry_by_missed_lately ON client_entry (missed_lately DESC, client_id DESC);
CREATE INDEX client_entry_by_since ON client_entry (since_key, client_id);
CREATE INDEX client_entry_by_contact ON client_entry (contact_key, client_id);
CREATE INDEX client_entry_by_alerts ON client_entry (alert_key DESC, client_id DESC);
CREATE INDEX client_entry_reassess ON client_entry (reassess_at) WHERE reassess_at IS NOT NULL;
`;

export const dropEngagement = `
DROP TABLE client_request, client_answer, client_alert;
DROP INDEX session_by_time, session_missed;
ALTER TABLE client_entry DROP change_key, DROP rate_key, DROP since_key, DROP contact_key, DROP alert_key,
  DROP missed_in_a_row, DROP missed_lately, DROP oldest_missed_at, DROP requests_due, DROP requests_answered,
  DROP requests_silent, DROP last_answer_at, DROP care_since, DROP attrition, DROP factors, DROP reassess_at;
`;
