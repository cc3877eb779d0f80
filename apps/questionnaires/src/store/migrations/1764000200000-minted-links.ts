import { grant } from '@attune/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages mint their links elsewhere; what a token hashes to comes by an event. */
export class MintedLinks1764000200000 implements MigrationInterface {
  readonly name = 'MintedLinks1764000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(grant('link', { worker: 'INSERT' }));
    await runner.query(`DO $policy$ BEGIN
      EXECUTE format('CREATE POLICY link_told ON link FOR INSERT TO %I WITH CHECK (true)',
        current_schema() || '_worker'); END $policy$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP POLICY link_told ON link');
  }
}
