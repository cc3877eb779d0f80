import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the trends ask for by time, and by when each alert was to be taken in hand. */
export class AddTrends1763980000000 implements MigrationInterface {
  readonly name = 'AddTrends1763980000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE client_alert ADD acknowledge_by timestamptz;
      CREATE INDEX client_alert_by_time ON client_alert (raised_at);
      CREATE INDEX client_request_by_issue ON client_request (issued_at);
      CREATE INDEX course_point_by_time ON course_point (answered_at) WHERE scale = 'total'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX client_request_by_issue, course_point_by_time;
      ALTER TABLE client_alert DROP acknowledge_by;
      DROP INDEX client_alert_by_time`);
  }
}
