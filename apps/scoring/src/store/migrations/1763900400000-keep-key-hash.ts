import { grant } from '@attune/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A score says by which key it was made, and a key can be corrected. */
export class KeepKeyHash1763900400000 implements MigrationInterface {
  readonly name = 'KeepKeyHash1763900400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE score ADD COLUMN key_hash text');
    await runner.query('ALTER TABLE instrument ADD COLUMN key_revision integer NOT NULL DEFAULT 0');
    await runner.query(grant('instrument', { worker: 'UPDATE' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE score DROP COLUMN key_hash');
    await runner.query('ALTER TABLE instrument DROP COLUMN key_revision');
  }
}
