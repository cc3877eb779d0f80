import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A score that was corrected says since when. Integrators read all scores, as they do on the public topics. */
export class TellCorrections1764310000000 implements MigrationInterface {
  readonly name = 'TellCorrections1764310000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE score ADD COLUMN corrected_at timestamptz');
    await runner.query(`DO $policy$ BEGIN
      EXECUTE format('CREATE POLICY score_integrator ON score FOR SELECT TO %I USING ((SELECT app_has_role(''integrator'')))',
        current_schema() || '_api');
    END $policy$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP POLICY score_integrator ON score');
    await runner.query('ALTER TABLE score DROP COLUMN corrected_at');
  }
}
