import { grant } from '@attune/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each instance follows some of the partitions: what the service knows is as old as what the last of them knows. */
export class CompareInstances1764530000000 implements MigrationInterface {
  readonly name = 'CompareInstances1764530000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE instance (
        instance_id uuid PRIMARY KEY,
        up_to timestamptz,
        told_at timestamptz NOT NULL
      );`);
    await runner.query(grant('instance', { api: 'SELECT', worker: 'SELECT, INSERT, UPDATE, DELETE' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE instance');
  }
}
