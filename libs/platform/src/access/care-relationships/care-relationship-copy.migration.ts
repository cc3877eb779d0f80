import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant } from '../../database/grants.ts';

/** A service's own copy of who cares for whom, fed by events. Scheduling has the original under the same name. */
export class CareRelationshipCopy1761000001000 implements MigrationInterface {
  name = 'CareRelationshipCopy1761000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE care_relationship (
        care_relationship_id uuid PRIMARY KEY,
        client_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('primary', 'cover', 'supervisor')),
        valid_from timestamptz NOT NULL,
        valid_to timestamptz
      );
      CREATE INDEX care_relationship_of_staff ON care_relationship (staff_id, client_id);
      CREATE INDEX care_relationship_of_client ON care_relationship (client_id);
      ${careRelationshipAccess}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE care_relationship');
  }
}

/** SQL for a migration: who may see the relationships themselves, in a copy as in the original. */
export const careRelationshipAccess = `
  ALTER TABLE care_relationship ENABLE ROW LEVEL SECURITY;
  ${grant('care_relationship', { api: 'SELECT', worker: 'SELECT, INSERT, UPDATE, DELETE' })}
  DO $policy$ BEGIN
    EXECUTE format('CREATE POLICY care_relationship_worker ON care_relationship TO %I USING (true) WITH CHECK (true)',
      current_schema() || '_worker');
    EXECUTE format('CREATE POLICY care_relationship_api ON care_relationship FOR SELECT TO %I USING (
      (SELECT app_reads_every_client()) OR client_id IN (SELECT app_clients()))', current_schema() || '_api');
  END $policy$;`;
