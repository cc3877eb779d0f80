import { grant } from '@attune/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CopyRuleSets1763900200000 implements MigrationInterface {
  readonly name = 'CopyRuleSets1763900200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE rule_set (
      name text NOT NULL,
      version integer NOT NULL,
      title text NOT NULL,
      rules jsonb NOT NULL,
      activated_at timestamptz,
      PRIMARY KEY (name, version)
    )`);
    await runner.query(grant('rule_set', { api: 'SELECT', worker: 'SELECT, INSERT, UPDATE' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rule_set');
  }
}
