import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of somebody who was erased the bare row stays, because sessions and care relationships point to it. */
export class ErasePeople1763900100000 implements MigrationInterface {
  name = 'ErasePeople1763900100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE person ADD COLUMN erased_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE person DROP COLUMN erased_at');
  }
}
