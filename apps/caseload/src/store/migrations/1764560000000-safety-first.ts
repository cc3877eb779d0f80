import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A safety alert comes before everything else: the sweep looks again at those who have one. */
export class SafetyFirst1764560000000 implements MigrationInterface {
  readonly name = 'SafetyFirst1764560000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE client_entry SET reassess_at = '-infinity' WHERE alerts @> '[{"concern":"safety"}]'`,
    );
  }

  async down(): Promise<void> {
    // Rows are looked at again by the events that come.
  }
}
