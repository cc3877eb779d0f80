import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The number of clients stands on every first page. It is counted in an index that holds all that clients are narrowed
 * by, a sixth of the table's size; and whose care has ended is found without reading all care relationships.
 */
export class IndexBoard1763985000000 implements MigrationInterface {
  readonly name = 'IndexBoard1763985000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX client_entry_of_therapist;
      CREATE INDEX client_entry_of_therapist ON client_entry (therapist_id, client_id) INCLUDE (risk, score_key,
        change_key, alert_key, attrition, missed_in_a_row, missed_lately, rate_key, requests_silent, since_key,
        contact_key);
      CREATE INDEX care_relationship_ended ON care_relationship (client_id, valid_to)
        WHERE kind <> 'supervisor' AND valid_to IS NOT NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX care_relationship_ended, client_entry_of_therapist;
      CREATE INDEX client_entry_of_therapist ON client_entry (therapist_id);`);
  }
}
