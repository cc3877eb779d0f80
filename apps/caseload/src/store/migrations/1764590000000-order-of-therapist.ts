import type { MigrationInterface, QueryRunner } from 'typeorm';

const counted = `score_key, change_key, alert_key, attrition, missed_in_a_row, missed_lately, rate_key,
  requests_silent, since_key, contact_key, session_key, next_key, sessions_ahead, share_key`;

/**
 * The clients of one therapist, and those of nobody, stand in the index in the order in which they are shown.
 * The old index is dropped last: only that short step keeps readers waiting.
 */
export class OrderOfTherapist1764590000000 implements MigrationInterface {
  readonly name = 'OrderOfTherapist1764590000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX client_entry_by_therapist ON client_entry (therapist_id, risk DESC, client_id DESC)
        INCLUDE (${counted});
      DROP INDEX client_entry_of_therapist;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX client_entry_of_therapist ON client_entry (therapist_id, client_id) INCLUDE (risk, ${counted});
      DROP INDEX client_entry_by_therapist;`);
  }
}
