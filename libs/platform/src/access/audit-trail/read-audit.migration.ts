import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant } from '../../database/grants.ts';

/** The trail becomes readable, for those who answer for it and nobody else; it stays append-only for everybody. */
export class ReadAudit1764000400000 implements MigrationInterface {
  name = 'ReadAudit1764000400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX audit_entry_by_time ON audit_entry (at, entry_id);
      CREATE INDEX audit_entry_of_person ON audit_entry (person_id, at, entry_id);
      ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
      ${grant('audit_entry', { api: 'SELECT' })}
      DO $policy$ BEGIN
        EXECUTE format('CREATE POLICY audit_entry_worker ON audit_entry TO %I USING (true) WITH CHECK (true)',
          current_schema() || '_worker');
        EXECUTE format('CREATE POLICY audit_entry_write ON audit_entry FOR INSERT TO %I WITH CHECK (true)',
          current_schema() || '_api');
        EXECUTE format('CREATE POLICY audit_entry_read ON audit_entry FOR SELECT TO %I USING (
          (SELECT app_has_role(''clinic-lead'') OR app_has_role(''admin'')))', current_schema() || '_api');
      END $policy$;`);
  }

  async down(): Promise<void> {
    throw new Error('The audit table is append-only: there is no way back');
  }
}
