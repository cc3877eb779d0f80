import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Responses that stand are counted, and handed on, by an index that holds no other. The old one is dropped
 * last: only that short step keeps readers waiting.
 */
export class IndexStanding1764590000000 implements MigrationInterface {
  readonly name = 'IndexStanding1764590000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX response_standing ON response (instrument_url, instrument_version, response_id)
        WHERE voided_at IS NULL;
      DROP INDEX response_of_instrument;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX response_of_instrument ON response (instrument_url, instrument_version, response_id);
      DROP INDEX response_standing;`);
  }
}
