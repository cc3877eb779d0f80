import { grant } from '@attune/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Alerts can be worked on, put off, opened again and go up; they follow the repair, and tell of absence too. */
export class FollowAlertsUp1764000300000 implements MigrationInterface {
  readonly name = 'FollowAlertsUp1764000300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(alerts);
    await runner.query(attendance);
    await runner.query(settings);
    await runner.query(notes);
    await runner.query(policies);
    await runner.query(grant('attendance_signal', { api: 'SELECT', worker: 'SELECT, INSERT, UPDATE' }));
    await runner.query(grant('attendance_record', { worker: 'SELECT, INSERT, UPDATE, DELETE' }));
    await runner.query(grant('score_point', { api: 'SELECT' }));
    await runner.query(grant('alert_policy', { api: 'SELECT, INSERT, UPDATE', worker: 'SELECT' }));
    await runner.query(grant('clinic', { api: 'SELECT', worker: 'SELECT, INSERT, UPDATE' }));
    await runner.query(grant('alert_note', { worker: 'SELECT, DELETE' }));
  }

  async down(): Promise<void> {
    throw new Error('What was said and done about alerts would be lost: there is no way back');
  }
}

/** `due_at` is when an alert does something by itself: it is escalated, or a snooze ends. */
const alerts = `
  ALTER TABLE alert DROP CONSTRAINT alert_status_check;
  ALTER TABLE alert ADD CONSTRAINT alert_status_check
    CHECK (status IN ('open', 'acknowledged', 'in-progress', 'resolved'));
  ALTER TABLE alert
    ADD COLUMN acknowledge_by timestamptz,
    ADD COLUMN escalation_level text CHECK (escalation_level IN ('supervisor', 'clinic-lead')),
    ADD COLUMN escalated_at timestamptz,
    ADD COLUMN started_at timestamptz,
    ADD COLUMN snoozed_until timestamptz,
    ADD COLUMN snoozes integer NOT NULL DEFAULT 0,
    ADD COLUMN repair jsonb,
    ADD COLUMN useful boolean,
    ADD COLUMN due_at timestamptz GENERATED ALWAYS AS (
      CASE WHEN status = 'open' THEN acknowledge_by WHEN status <> 'resolved' THEN snoozed_until END) STORED;
  CREATE INDEX alert_due ON alert (due_at) WHERE due_at IS NOT NULL;
  CREATE INDEX alert_in_repair ON alert (client_id) WHERE repair ->> 'status' = 'watching';
  CREATE INDEX alert_resolved ON alert (resolved_at) WHERE status = 'resolved';`;

const attendance = `
  CREATE TABLE attendance_signal (
    signal_id uuid PRIMARY KEY,
    alert_id uuid NOT NULL REFERENCES alert,
    rule text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('silence', 'missed-sessions')),
    severity text NOT NULL,
    subject_id uuid NOT NULL,
    count integer NOT NULL,
    since timestamptz NOT NULL,
    detected_at timestamptz NOT NULL,
    withdrawn boolean NOT NULL
  );
  CREATE INDEX attendance_signal_of_alert ON attendance_signal (alert_id);
  CREATE UNIQUE INDEX attendance_signal_once ON attendance_signal (kind, subject_id) WHERE NOT withdrawn;
  CREATE TABLE attendance_record (
    client_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('silence', 'missed-sessions')),
    subject_id uuid NOT NULL,
    at timestamptz NOT NULL,
    absent boolean NOT NULL,
    PRIMARY KEY (client_id, kind, subject_id)
  );
  CREATE INDEX attendance_course ON attendance_record (client_id, kind, at DESC);`;

/** One row each: how the provider wants alerts handled, and when the clinic works. */
const settings = `
  CREATE TABLE alert_policy (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    version integer NOT NULL,
    policy jsonb NOT NULL,
    changed_by uuid NOT NULL,
    changed_at timestamptz NOT NULL
  );
  CREATE TABLE clinic (
    clinic_id text PRIMARY KEY,
    calendar jsonb NOT NULL
  );`;

/** More than one note about an alert, each with who wrote it and when. */
const notes = `
  ALTER TABLE alert_note
    DROP CONSTRAINT alert_note_pkey,
    ADD COLUMN note_id uuid NOT NULL DEFAULT gen_random_uuid() PRIMARY KEY,
    ADD COLUMN written_by uuid,
    ADD COLUMN written_at timestamptz;
  ALTER TABLE alert NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE alert_note NO FORCE ROW LEVEL SECURITY;
  UPDATE alert_note SET written_by = alert.resolved_by, written_at = coalesce(alert.resolved_at, alert.changed_at)
    FROM alert WHERE alert.alert_id = alert_note.alert_id;
  ALTER TABLE alert FORCE ROW LEVEL SECURITY;
  ALTER TABLE alert_note FORCE ROW LEVEL SECURITY;
  ALTER TABLE alert_note ALTER COLUMN written_at SET NOT NULL, ALTER COLUMN note_id DROP DEFAULT;
  CREATE INDEX alert_note_of_alert ON alert_note (alert_id, written_at);`;

/** What speaks for an alert is seen where the alert is; a clinic lead to whom it went up answers it. */
const policies = `
  ALTER TABLE attendance_signal ENABLE ROW LEVEL SECURITY;
  ALTER TABLE attendance_signal FORCE ROW LEVEL SECURITY;
  DO $policy$ DECLARE api text := current_schema() || '_api'; worker text := current_schema() || '_worker'; BEGIN
    EXECUTE format('CREATE POLICY attendance_worker ON attendance_signal TO %I USING (true)', worker);
    EXECUTE format('CREATE POLICY attendance_api ON attendance_signal TO %I
      USING (EXISTS (SELECT FROM alert WHERE alert.alert_id = attendance_signal.alert_id))', api);
    DROP POLICY alert_note_lead ON alert_note;
    EXECUTE format('CREATE POLICY alert_note_lead ON alert_note TO %I USING (
      (SELECT app_has_role(''clinic-lead'')) AND EXISTS (SELECT FROM alert
        WHERE alert.alert_id = alert_note.alert_id
          AND (alert.recipient_id = (SELECT app_person()) OR alert.escalation_level = ''clinic-lead'')))', api);
    EXECUTE format('CREATE POLICY alert_note_worker ON alert_note TO %I USING (true)', worker);
  END $policy$;`;
