import { grant } from '@attune/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A rule about a scale that an instrument does not have is refused: for that its scales are known here. */
export class KnowScales1764300000000 implements MigrationInterface {
  readonly name = 'KnowScales1764300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE known_scale (
        instrument_url text NOT NULL,
        scale text NOT NULL,
        higher_is_better boolean NOT NULL,
        PRIMARY KEY (instrument_url, scale)
      )`);
    await runner.query(grant('known_scale', { api: 'SELECT', worker: 'SELECT, INSERT, UPDATE' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE known_scale');
  }
}
