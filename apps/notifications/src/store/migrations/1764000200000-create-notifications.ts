import { grant } from '@attune/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { notificationTables } from './notification-tables.sql.ts';

export class CreateNotifications1764000200000 implements MigrationInterface {
  readonly name = 'CreateNotifications1764000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(notificationTables);
    await runner.query(policies);
    const all = 'SELECT, INSERT, UPDATE, DELETE';
    for (const table of ['recipient', 'asked', 'known_alert', 'digest', 'opt_out_link'])
      await runner.query(grant(table, { worker: all }));
    await runner.query(grant('recipient', { api: 'SELECT' }));
    await runner.query(grant('digest', { api: 'SELECT, INSERT, UPDATE' }));
    await runner.query(grant('message', { api: 'SELECT, UPDATE', worker: 'SELECT, INSERT, UPDATE' }));
    await runner.query(grant('preference', { api: 'SELECT, INSERT, UPDATE', worker: 'SELECT' }));
    await runner.query(grant('opt_out', { api: 'SELECT, INSERT', worker: 'SELECT, INSERT, DELETE' }));
    await runner.query(grant('opt_out_link', { api: 'SELECT' }));
    await runner.query(grant('setting', { api: 'SELECT, INSERT, UPDATE', worker: 'SELECT' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE opt_out_link, opt_out, digest, preference, message, known_alert, asked, recipient, setting',
    );
  }
}

/** That a client was written to is seen by those who look after all clients, and by those who care for this one. */
const policies = `
  ALTER TABLE message ENABLE ROW LEVEL SECURITY;
  ALTER TABLE message FORCE ROW LEVEL SECURITY;
  ALTER TABLE preference ENABLE ROW LEVEL SECURITY;
  ALTER TABLE preference FORCE ROW LEVEL SECURITY;
  ALTER TABLE digest ENABLE ROW LEVEL SECURITY;
  ALTER TABLE digest FORCE ROW LEVEL SECURITY;
  ALTER TABLE recipient ENABLE ROW LEVEL SECURITY;
  ALTER TABLE recipient FORCE ROW LEVEL SECURITY;
  DO $policy$ DECLARE api text := current_schema() || '_api'; worker text := current_schema() || '_worker'; BEGIN
    EXECUTE format('CREATE POLICY message_worker ON message TO %I USING (true)', worker);
    EXECUTE format('CREATE POLICY message_api ON message TO %I USING ((SELECT app_reads_every_client())
      OR person_id IN (SELECT app_clients()) OR person_id = (SELECT app_person()))', api);
    EXECUTE format('CREATE POLICY preference_worker ON preference TO %I USING (true)', worker);
    EXECUTE format('CREATE POLICY preference_api ON preference TO %I USING (person_id = (SELECT app_person()))', api);
    EXECUTE format('CREATE POLICY digest_worker ON digest TO %I USING (true)', worker);
    EXECUTE format('CREATE POLICY digest_api ON digest TO %I USING (person_id = (SELECT app_person()))', api);
    EXECUTE format('CREATE POLICY recipient_worker ON recipient TO %I USING (true)', worker);
    EXECUTE format('CREATE POLICY recipient_api ON recipient TO %I USING (person_id = (SELECT app_person()))', api);
  END $policy$;`;
