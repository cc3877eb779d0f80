import { grant } from '@attune/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether a client can know of a request: a message about it went out, or its link was opened. What became of messages
 * before this is read from their topic, from its beginning.
 */
export class ReachClients1764500300000 implements MigrationInterface {
  readonly name = 'ReachClients1764500300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE request RENAME COLUMN reminders_sent TO reminders_due');
    await runner.query(`ALTER TABLE request ADD COLUMN reminders_sent integer NOT NULL DEFAULT 0,
      ADD COLUMN reached_at timestamptz, ADD COLUMN not_reached text`);
    await runner.query(
      grant('request', {
        api: 'UPDATE (reached_at)',
        worker: 'UPDATE (reached_at, not_reached, reminders_sent)',
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE request DROP COLUMN reminders_sent, DROP COLUMN reached_at, DROP COLUMN not_reached',
    );
    await runner.query('ALTER TABLE request RENAME COLUMN reminders_due TO reminders_sent');
  }
}
