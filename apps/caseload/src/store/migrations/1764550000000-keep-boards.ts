import { grant } from '@attune/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How each person looks at the board: theirs alone, made of no event, and so no part of a rebuild. */
export class KeepBoards1764550000000 implements MigrationInterface {
  readonly name = 'KeepBoards1764550000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE board (
        person_id uuid PRIMARY KEY,
        board jsonb NOT NULL,
        version int NOT NULL
      );
      ALTER TABLE board ENABLE ROW LEVEL SECURITY;
      ALTER TABLE board FORCE ROW LEVEL SECURITY;
      DO $policy$ BEGIN
        EXECUTE format('CREATE POLICY board_worker ON board TO %I USING (true)', current_schema() || '_worker');
        EXECUTE format('CREATE POLICY board_api ON board TO %I USING (person_id = (SELECT app_person()))',
          current_schema() || '_api');
      END $policy$;`);
    await runner.query(grant('board', { api: 'SELECT, INSERT, UPDATE', worker: 'SELECT, DELETE' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE board');
  }
}
