/** Policies never change: a change is a new version, of which one is current. `change` counts all of them. */
export const policyTable = `
CREATE TABLE cadence_policy (
  code text NOT NULL,
  version integer NOT NULL,
  change bigint GENERATED ALWAYS AS IDENTITY,
  definition jsonb NOT NULL,
  scope_client uuid,
  current boolean NOT NULL DEFAULT true,
  changed_at timestamptz NOT NULL,
  changed_by uuid,
  PRIMARY KEY (code, version)
);
CREATE UNIQUE INDEX cadence_policy_current ON cadence_policy (code) WHERE current;
CREATE INDEX cadence_policy_of_client ON cadence_policy (scope_client) WHERE current AND scope_client IS NOT NULL;
ALTER TABLE cadence_policy ENABLE ROW LEVEL SECURITY;
ALTER TABLE cadence_policy FORCE ROW LEVEL SECURITY;
DO $policy$ BEGIN
  EXECUTE format('CREATE POLICY cadence_policy_worker ON cadence_policy TO %I USING (true) WITH CHECK (true)',
    current_schema() || '_worker');
  -- One for a single client says that there is this client.
  EXECUTE format('CREATE POLICY cadence_policy_api ON cadence_policy TO %I USING (
    (scope_client IS NULL AND (SELECT app_person()) IS NOT NULL) OR (SELECT app_reads_every_client())
    OR (SELECT app_has_role(''admin'')) OR scope_client IN (SELECT app_clients()))', current_schema() || '_api');
END $policy$;
`;

/** Copies, fed by events, of what cadence depends on; and what is to be asked later. */
export const cadenceTables = `
CREATE TABLE staff_team (staff_id uuid PRIMARY KEY, team text NOT NULL);

CREATE TABLE completed_session (
  session_id uuid PRIMARY KEY,
  client_id uuid NOT NULL,
  type text NOT NULL,
  completed_at timestamptz NOT NULL
);
CREATE INDEX completed_session_of_client ON completed_session (client_id, type);

CREATE TABLE planned_request (
  client_id uuid NOT NULL,
  policy text NOT NULL,
  occasion text NOT NULL,
  trigger text NOT NULL,
  session_id uuid,
  session_type text,
  due_at timestamptz NOT NULL,
  -- Later than due_at where somebody is not known yet.
  look_at timestamptz NOT NULL,
  PRIMARY KEY (client_id, policy, occasion)
);
CREATE INDEX planned_request_due ON planned_request (look_at, client_id);
CREATE INDEX planned_request_of_session ON planned_request (session_id) WHERE session_id IS NOT NULL;

-- By which change of the policies the time-driven requests of the client were planned; 0 is to be planned anew.
ALTER TABLE client ADD COLUMN planned_with bigint NOT NULL DEFAULT 0;
CREATE INDEX client_to_plan ON client (planned_with, client_id);
`;

/** A request is made by a person or by a policy, about one occasion once. */
export const requestColumns = `
ALTER TABLE request
  ALTER COLUMN issued_by DROP NOT NULL,
  ADD COLUMN policy text,
  ADD COLUMN occasion text,
  ADD COLUMN delivery text NOT NULL DEFAULT 'by-hand' CHECK (delivery IN ('message', 'by-hand')),
  ADD COLUMN reminder_hours integer[] NOT NULL DEFAULT '{}',
  ADD COLUMN reminders_sent integer NOT NULL DEFAULT 0,
  ADD COLUMN next_reminder_at timestamptz,
  ADD COLUMN expired_at timestamptz,
  ADD CHECK ((issued_by IS NULL) = (policy IS NOT NULL)),
  ADD CHECK ((occasion IS NULL) = (policy IS NULL)),
  ADD CHECK (expired_at IS NULL OR (answered_at IS NULL AND revoked_at IS NULL));
CREATE UNIQUE INDEX request_once ON request (client_id, policy, occasion) WHERE policy IS NOT NULL;
CREATE INDEX request_to_expire ON request (expires_at)
  WHERE response_id IS NULL AND revoked_at IS NULL AND expired_at IS NULL;
CREATE INDEX request_to_remind ON request (next_reminder_at)
  WHERE next_reminder_at IS NOT NULL AND response_id IS NULL AND revoked_at IS NULL AND expired_at IS NULL;
CREATE INDEX request_of_session ON request (session_id)
  WHERE session_id IS NOT NULL AND response_id IS NULL AND revoked_at IS NULL AND expired_at IS NULL;
`;
