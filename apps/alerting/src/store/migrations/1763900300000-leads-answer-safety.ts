import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A clinic lead whom a safety alert has reached answers it, and may write and read its note. */
export class LeadsAnswerSafety1763900300000 implements MigrationInterface {
  readonly name = 'LeadsAnswerSafety1763900300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DO $policy$ DECLARE api text := current_schema() || '_api'; BEGIN
      EXECUTE format('CREATE POLICY alert_note_lead ON alert_note TO %I USING (
        (SELECT app_has_role(''clinic-lead'')) AND EXISTS (SELECT FROM alert
          WHERE alert.alert_id = alert_note.alert_id AND alert.recipient_id = (SELECT app_person())))', api);
    END $policy$;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP POLICY alert_note_lead ON alert_note');
  }
}
