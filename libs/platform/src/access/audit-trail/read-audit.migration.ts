import type { MigrationInterface, QueryRunner } from 'typeorm';
import { readActions } from './read-actions.ts';

/**
 * The trail becomes readable in its order: of all, of a person, and of what was changed, which is far less than what
 * was read. Nobody reads it as themselves: row-level security would keep the index of clients from being used.
 */
export class ReadAudit1764000400000 implements MigrationInterface {
  name = 'ReadAudit1764000400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX audit_entry_by_time ON audit_entry (at, entry_id);
      CREATE INDEX audit_entry_of_person ON audit_entry (person_id, at, entry_id);
      CREATE INDEX audit_entry_of_changes ON audit_entry (at, entry_id) WHERE action !~ '${readActions}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP INDEX audit_entry_by_time; DROP INDEX audit_entry_of_person; DROP INDEX audit_entry_of_changes',
    );
  }
}
