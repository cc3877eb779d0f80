import { grant } from '@attune/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Notes are for those who treat or supervise the client, and for whoever was handed the alert: operations see alerts
 * without them. And an alert is handed to somebody by hand only; everybody else comes to it by the client's care, so
 * that nobody keeps it whose care has ended or is in doubt.
 */
export class KeepNotesApart1763900100000 implements MigrationInterface {
  readonly name = 'KeepNotesApart1763900100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(notes);
    await runner.query(grant('alert_note', { api: 'SELECT, INSERT' }));
    await runner.query(policies);
  }

  async down(): Promise<void> {
    throw new Error('Notes would be shown to those who may not read them: there is no way back');
  }
}

const notes = `
  CREATE TABLE alert_note (
    alert_id uuid PRIMARY KEY REFERENCES alert,
    client_id uuid NOT NULL,
    note text NOT NULL
  );
  ALTER TABLE alert NO FORCE ROW LEVEL SECURITY;
  INSERT INTO alert_note SELECT alert_id, client_id, note FROM alert WHERE note IS NOT NULL;
  ALTER TABLE alert FORCE ROW LEVEL SECURITY;
  ALTER TABLE alert DROP COLUMN note;
  ALTER TABLE alert_note ENABLE ROW LEVEL SECURITY;
  ALTER TABLE alert_note FORCE ROW LEVEL SECURITY;`;

const policies = `
  DO $policy$ DECLARE api text := current_schema() || '_api'; BEGIN
    DROP POLICY alert_api ON alert;
    EXECUTE format('CREATE POLICY alert_api ON alert TO %I USING ((SELECT app_reads_every_client())
      OR client_id IN (SELECT app_clients()) OR pinned_recipient_id = (SELECT app_person()))', api);
    EXECUTE format('CREATE POLICY alert_note_api ON alert_note TO %I USING (client_id IN (SELECT app_clients())
      OR EXISTS (SELECT FROM alert WHERE alert.alert_id = alert_note.alert_id
        AND alert.pinned_recipient_id = (SELECT app_person())))', api);
  END $policy$;`;
