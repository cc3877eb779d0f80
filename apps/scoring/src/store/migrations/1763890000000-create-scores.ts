import { grant, protectClientRecords } from '@attune/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { scoringTables } from './scoring-tables.sql.ts';

export class CreateScores1763890000000 implements MigrationInterface {
  readonly name = 'CreateScores1763890000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(scoringTables);
    await runner.query(protectClientRecords('score', { readers: 'caseload' }));
    await runner.query(grant('score', { api: 'SELECT', worker: 'SELECT, INSERT, UPDATE' }));
    await runner.query(grant('instrument', { worker: 'SELECT, INSERT' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE score, instrument');
  }
}
