import { grant, protectClientRecords } from '@attune/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { alertTables } from './alert-tables.sql.ts';

const alertPolicies = `
ALTER TABLE alert ENABLE ROW LEVEL SECURITY;
ALTER TABLE alert FORCE ROW LEVEL SECURITY;
ALTER TABLE alert_signal ENABLE ROW LEVEL SECURITY;
ALTER TABLE alert_signal FORCE ROW LEVEL SECURITY;
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
ALTER TABLE person FORCE ROW LEVEL SECURITY;
DO $policy$ BEGIN
  EXECUTE format('CREATE POLICY alert_worker ON alert TO %I USING (true)', current_schema() || '_worker');
  EXECUTE format('CREATE POLICY signal_worker ON alert_signal TO %I USING (true)', current_schema() || '_worker');
  -- Whoever was handed an alert sees it, also without a care relationship.
  EXECUTE format('CREATE POLICY alert_api ON alert TO %I USING ((SELECT app_reads_every_client())
    OR client_id IN (SELECT app_clients())
    OR recipient_id = (SELECT app_person()))', current_schema() || '_api');
  EXECUTE format('CREATE POLICY signal_api ON alert_signal TO %I
    USING (EXISTS (SELECT FROM alert WHERE alert.alert_id = alert_signal.alert_id))', current_schema() || '_api');
  EXECUTE format('CREATE POLICY person_worker ON person TO %I USING (true)', current_schema() || '_worker');
  -- A client's name belongs to the client's alerts: it is seen where one of them is.
  EXECUTE format('CREATE POLICY person_api ON person FOR SELECT TO %I USING (kind = ''staff''
    OR EXISTS (SELECT FROM alert WHERE alert.client_id = person.person_id))', current_schema() || '_api');
END $policy$;`;

export class CreateAlerts1763890000000 implements MigrationInterface {
  readonly name = 'CreateAlerts1763890000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(alertTables);
    await runner.query(protectClientRecords('score_point', { readers: 'caseload' }));
    await runner.query(alertPolicies);
    await runner.query(grant('score_point', { worker: 'SELECT, INSERT, UPDATE' }));
    await runner.query(grant('alert', { api: 'SELECT, UPDATE', worker: 'SELECT, INSERT, UPDATE' }));
    await runner.query(grant('alert_signal', { api: 'SELECT', worker: 'SELECT, INSERT, UPDATE' }));
    await runner.query(grant('person', { api: 'SELECT', worker: 'SELECT, INSERT, UPDATE, DELETE' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE alert_signal, alert, score_point, person');
  }
}
