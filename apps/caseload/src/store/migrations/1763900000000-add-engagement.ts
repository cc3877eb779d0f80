import { grant, protectClientRecords } from '@attune/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropEngagement, engagementTables } from './engagement-tables.sql.ts';

export class AddEngagement1763900000000 implements MigrationInterface {
  readonly name = 'AddEngagement1763900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(engagementTables);
    for (const table of ['client_request', 'client_answer', 'client_alert']) {
      await runner.query(protectClientRecords(table, { readers: 'caseload' }));
      await runner.query(grant(table, { api: 'SELECT', worker: 'SELECT, INSERT, UPDATE, DELETE' }));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(dropEngagement);
  }
}
