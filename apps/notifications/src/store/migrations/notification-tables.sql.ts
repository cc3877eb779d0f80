/** Contacts are here and nowhere else but in scheduling; what messages say is kept nowhere. */
export const notificationTables = `
CREATE TABLE recipient (
  person_id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('client', 'staff')),
  name text NOT NULL,
  email text,
  phone text,
  language text NOT NULL,
  zone text NOT NULL,
  roles text[] NOT NULL,
  consent jsonb NOT NULL
);

-- A request as far as messages about it need to know: whether it is still open.
CREATE TABLE asked (
  request_id uuid PRIMARY KEY,
  client_id uuid NOT NULL,
  expires_at timestamptz,
  closed boolean NOT NULL
);

CREATE TABLE known_alert (
  alert_id uuid PRIMARY KEY,
  recipient_id uuid,
  watcher_ids uuid[] NOT NULL,
  concern text NOT NULL,
  severity text NOT NULL,
  status text NOT NULL,
  acknowledge_by timestamptz,
  snoozed_until timestamptz,
  escalation_level text,
  version integer NOT NULL
);
CREATE INDEX known_alert_of ON known_alert (recipient_id) WHERE status <> 'resolved';

CREATE TABLE message (
  message_id uuid PRIMARY KEY,
  person_id uuid NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('invitation', 'reminder', 'alert', 'digest')),
  request_id uuid,
  alert_id uuid,
  -- The happening that it tells of: the same is told to the same person once.
  cause text NOT NULL,
  status text NOT NULL CHECK (status IN ('waiting', 'sending', 'sent', 'failed', 'withheld')),
  channel text CHECK (channel IN ('email', 'sms')),
  created_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  attempts integer NOT NULL,
  settled_at timestamptz,
  reason text,
  UNIQUE (person_id, cause)
);
CREATE INDEX message_due ON message (due_at) WHERE status IN ('waiting', 'sending');
CREATE INDEX message_of_request ON message (request_id) WHERE request_id IS NOT NULL;
CREATE INDEX message_list ON message (created_at DESC, message_id DESC);
CREATE INDEX message_of_person ON message (person_id, created_at DESC, message_id DESC);

CREATE TABLE preference (
  person_id uuid PRIMARY KEY,
  preference jsonb NOT NULL,
  version integer NOT NULL
);
CREATE TABLE digest (
  person_id uuid PRIMARY KEY,
  next_at timestamptz
);
CREATE INDEX digest_due ON digest (next_at) WHERE next_at IS NOT NULL;

CREATE TABLE opt_out (
  person_id uuid NOT NULL,
  channel text NOT NULL CHECK (channel IN ('email', 'sms')),
  at timestamptz NOT NULL,
  PRIMARY KEY (person_id, channel)
);
CREATE TABLE opt_out_link (
  token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
  person_id uuid NOT NULL,
  channel text NOT NULL,
  minted_at timestamptz NOT NULL
);
CREATE INDEX opt_out_link_of_person ON opt_out_link (person_id);

CREATE TABLE setting (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  quiet_hours jsonb NOT NULL,
  version integer NOT NULL
);`;
