import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a client can be written to is for those to know who treat the client, or look after everybody. */
export class ReachClients1764500100000 implements MigrationInterface {
  readonly name = 'ReachClients1764500100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DO $policy$ BEGIN
      EXECUTE format('CREATE POLICY recipient_of_clients ON recipient FOR SELECT TO %I USING (kind = ''client''
        AND ((SELECT app_reads_every_client()) OR person_id IN (SELECT app_clients())))', current_schema() || '_api');
    END $policy$;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP POLICY recipient_of_clients ON recipient');
  }
}
