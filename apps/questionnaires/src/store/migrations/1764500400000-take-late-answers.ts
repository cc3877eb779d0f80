import { grant } from '@attune/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers that were sent in time and came late take back that nobody answered. */
export class TakeLateAnswers1764500400000 implements MigrationInterface {
  readonly name = 'TakeLateAnswers1764500400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(grant('request', { api: 'UPDATE (expired_at)' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DO $revoke$ BEGIN
      EXECUTE format('REVOKE UPDATE (expired_at) ON request FROM %I', current_schema() || '_api');
    END $revoke$`);
  }
}
