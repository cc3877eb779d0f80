import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A weak alliance is told with both ends of its scale: the sweep tells anew of those who have signs. Not at once, because
 * an instance of the release before may still be sweeping, and would tell it as before.
 */
export class NameTheScale1764570000000 implements MigrationInterface {
  readonly name = 'NameTheScale1764570000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE client_entry SET reassess_at = least(reassess_at, now() + interval '15 minutes') WHERE factors <> '[]'`,
    );
  }

  async down(): Promise<void> {
    // Rows are looked at again by the events that come.
  }
}
