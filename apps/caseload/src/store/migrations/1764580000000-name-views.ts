import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tidied } from '../../domain/view-name.ts';

interface Row {
  readonly id: string;
  readonly names: string[];
}

/** A board is kept as a whole: names from before, which would be refused now, would let nothing of it be kept. */
export class NameViews1764580000000 implements MigrationInterface {
  readonly name = 'NameViews1764580000000';

  async up(runner: QueryRunner): Promise<void> {
    // Its owner sees no board, as nobody does but the person.
    await runner.query('ALTER TABLE board NO FORCE ROW LEVEL SECURITY');
    const rows = (await runner.query(
      `SELECT person_id AS id, ARRAY(SELECT value ->> 'name' FROM jsonb_array_elements(board -> 'views')) AS names
       FROM board`,
    )) as Row[];
    for (const { id, names } of rows) {
      const own = tidied(names, 60);
      if (own.every((name, index) => name === names[index])) continue;
      await runner.query(
        `UPDATE board SET version = version + 1, board = jsonb_set(board, '{views}', (
           SELECT jsonb_agg(view || jsonb_build_object('name', ($2::text[])[place]) ORDER BY place)
           FROM jsonb_array_elements(board -> 'views') WITH ORDINALITY AS all_views (view, place)))
         WHERE person_id = $1`,
        [id, own],
      );
    }
    await runner.query('ALTER TABLE board FORCE ROW LEVEL SECURITY');
  }

  async down(): Promise<void> {
    // A name that can be seen is as good for the release before.
  }
}
