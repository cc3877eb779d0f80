import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Names from before are folded as `searchText` does, but for a few letters. */
const folded = `btrim(regexp_replace(lower(regexp_replace(normalize(name, NFKD), '[\\u0300-\\u036f]', '', 'g')),
  '[^[:alnum:]]+', ' ', 'g'))`;

export class SortByTherapist1764540000000 implements MigrationInterface {
  readonly name = 'SortByTherapist1764540000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE staff ADD sort_name text COLLATE "C" NOT NULL DEFAULT '';
      UPDATE staff SET sort_name = ${folded};
      CREATE INDEX staff_by_name ON staff (sort_name, person_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE staff DROP sort_name');
  }
}
