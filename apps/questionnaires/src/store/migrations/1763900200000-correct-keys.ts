import { grant } from '@attune/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A key that was wrong can be corrected, and the responses that it has scored be scored again. */
export class CorrectKeys1763900200000 implements MigrationInterface {
  readonly name = 'CorrectKeys1763900200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE instrument ADD COLUMN key_revision integer NOT NULL DEFAULT 0');
    await runner.query(grant('instrument', { api: 'UPDATE (definition, key_revision)' }));
    await runner.query(`CREATE TABLE rescoring (
      rescoring_id uuid PRIMARY KEY,
      url text NOT NULL,
      version text NOT NULL,
      requested_by uuid NOT NULL,
      requested_at timestamptz NOT NULL,
      begins_at timestamptz NOT NULL,
      after_response_id uuid,
      republished integer NOT NULL DEFAULT 0,
      finished_at timestamptz,
      FOREIGN KEY (url, version) REFERENCES instrument
    )`);
    await runner.query(grant('rescoring', { api: 'SELECT, INSERT', worker: 'SELECT, UPDATE' }));
    await runner.query('CREATE INDEX rescoring_open ON rescoring (begins_at) WHERE finished_at IS NULL');
    await runner.query(
      'CREATE INDEX response_of_instrument ON response (instrument_url, instrument_version, response_id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rescoring');
    await runner.query('ALTER TABLE instrument DROP COLUMN key_revision');
  }
}
