import type { MigrationInterface, QueryRunner } from 'typeorm';
import { searchText } from '../../domain/search-text.ts';

export class SortByTherapist1764540000000 implements MigrationInterface {
  readonly name = 'SortByTherapist1764540000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE staff ADD sort_name text COLLATE "C" NOT NULL DEFAULT '';
      CREATE INDEX staff_by_name ON staff (sort_name, person_id);`);
    // Folded here, as ever: what a database takes for a letter depends on its locale.
    const staff: { id: string; name: string }[] = await runner.query(
      'SELECT person_id AS id, name FROM staff',
    );
    for (const { id, name } of staff)
      await runner.query('UPDATE staff SET sort_name = $2 WHERE person_id = $1', [id, searchText(name)]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE staff DROP sort_name');
  }
}
