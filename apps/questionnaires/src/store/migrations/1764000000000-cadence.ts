import { grant } from '@attune/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { cadenceTables, policyTable, requestColumns } from './cadence-tables.sql.ts';

const all = 'SELECT, INSERT, UPDATE, DELETE';
const requestChanges = 'revoked_at, expired_at, reminders_sent, next_reminder_at';

/** What is asked when, as data; requests that no person makes; reminders and the end of the time to answer. */
export class Cadence1764000000000 implements MigrationInterface {
  readonly name = 'Cadence1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(policyTable);
    await runner.query(cadenceTables);
    await runner.query(requestColumns);
    await runner.query(
      grant('cadence_policy', { api: 'SELECT, INSERT, UPDATE (current)', worker: 'SELECT, INSERT' }),
    );
    await runner.query(grant('staff_team', { worker: all }));
    await runner.query(grant('completed_session', { worker: 'SELECT, INSERT' }));
    await runner.query(grant('planned_request', { worker: all }));
    await runner.query(grant('request', { worker: `INSERT, UPDATE (${requestChanges})` }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM request WHERE policy IS NOT NULL`);
    await runner.query(`ALTER TABLE request ALTER COLUMN issued_by SET NOT NULL, DROP COLUMN policy,
      DROP COLUMN occasion, DROP COLUMN delivery, DROP COLUMN reminder_hours, DROP COLUMN reminders_sent,
      DROP COLUMN next_reminder_at, DROP COLUMN expired_at`);
    await runner.query('DROP INDEX request_of_session');
    await runner.query('ALTER TABLE client DROP COLUMN planned_with');
    await runner.query('DROP TABLE planned_request, completed_session, staff_team, cadence_policy');
  }
}
