import { grant } from '@attune/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the bench's service did, in the order in which it did it. */
export class EffectTable1769000000000 implements MigrationInterface {
  name = 'EffectTable1769000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE effect (
      number bigint GENERATED ALWAYS AS IDENTITY, key text NOT NULL, sequence bigint NOT NULL, response text NOT NULL);
      ${grant('effect', { worker: 'SELECT, INSERT' })}`);
  }

  async down(): Promise<void> {}
}
