import type { MigrationInterface, QueryRunner } from 'typeorm';

const counted = `risk, score_key, change_key, alert_key, attrition, missed_in_a_row, missed_lately, rate_key,
  requests_silent, since_key, contact_key`;

/**
 * Who has which session ahead is sorted and narrowed by, so it stands in the client's row and is looked at again when
 * the session begins. Rows from before are filled in by the sweep.
 */
export class PlanAhead1764510000000 implements MigrationInterface {
  readonly name = 'PlanAhead1764510000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE client_entry
        ADD next_session_at timestamptz,
        ADD sessions_ahead int NOT NULL DEFAULT 0,
        ADD next_key timestamptz NOT NULL GENERATED ALWAYS AS (coalesce(next_session_at, 'infinity')) STORED;
      UPDATE client_entry SET reassess_at = '-infinity';
      CREATE INDEX client_entry_by_next ON client_entry (next_key, client_id);
      DROP INDEX client_entry_of_therapist;
      CREATE INDEX client_entry_of_therapist ON client_entry (therapist_id, client_id)
        INCLUDE (${counted}, session_key, next_key, sessions_ahead);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX client_entry_of_therapist;
      ALTER TABLE client_entry DROP next_key, DROP next_session_at, DROP sessions_ahead;
      CREATE INDEX client_entry_of_therapist ON client_entry (therapist_id, client_id) INCLUDE (${counted});`);
  }
}
