import type { MigrationInterface, QueryRunner } from 'typeorm';

/** So that a slip can be taken back: what somebody said last, and how the alert stood before. Ids and times only. */
export class RememberLastAnswer1764500000000 implements MigrationInterface {
  readonly name = 'RememberLastAnswer1764500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE alert ADD COLUMN last_answer jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE alert DROP COLUMN last_answer');
  }
}
