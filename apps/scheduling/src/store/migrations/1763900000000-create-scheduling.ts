import { careRelationshipAccess, grant, protectClientRecords } from '@attune/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { schedulingTables } from './scheduling-tables.sql.ts';

export class CreateScheduling1763900000000 implements MigrationInterface {
  name = 'CreateScheduling1763900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schedulingTables);
    await runner.query(careRelationshipAccess);
    // The relationships themselves are changed here, by those whose role the route has asked for.
    await runner.query(grant('care_relationship', { api: 'INSERT, UPDATE' }));
    await runner.query(grant('person', { api: 'SELECT, INSERT, UPDATE', worker: 'SELECT' }));
    await runner.query(grant('session', { api: 'SELECT, INSERT, UPDATE', worker: 'SELECT' }));
    await runner.query(protectClientRecords('session', { readers: 'caseload' }));
    await runner.query(personAccess);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE session, care_relationship, person');
  }
}

/** Colleagues are seen by all who are signed in; clients by those who care for them and those who look after all. */
const personAccess = `
  ALTER TABLE person ENABLE ROW LEVEL SECURITY;
  ALTER TABLE person FORCE ROW LEVEL SECURITY;
  DO $policy$ BEGIN
    EXECUTE format('CREATE POLICY person_worker ON person TO %I USING (true)', current_schema() || '_worker');
    EXECUTE format('CREATE POLICY person_api ON person TO %I USING (
      (kind = ''staff'' AND (SELECT app_person()) IS NOT NULL) OR (SELECT app_reads_every_client())
      OR (SELECT app_has_role(''admin'')) OR person_id IN (SELECT app_clients()))', current_schema() || '_api');
    EXECUTE format('CREATE POLICY care_relationship_change ON care_relationship TO %I
      USING ((SELECT app_has_role(''operations'') OR app_has_role(''admin'') OR app_has_role(''clinic-lead'')))',
      current_schema() || '_api');
    EXECUTE format('CREATE POLICY session_change ON session TO %I USING ((SELECT app_has_role(''admin'')))',
      current_schema() || '_api');
  END $policy$;`;
