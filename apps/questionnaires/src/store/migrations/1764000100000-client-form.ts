import { grant } from '@attune/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { draftTables, settingTable, usageTables } from './client-form.sql.ts';

/** Answers saved on the way, what the provider decides about the form, its use in numbers, and answers from paper. */
export class ClientForm1764000100000 implements MigrationInterface {
  readonly name = 'ClientForm1764000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(draftTables);
    await runner.query(grant('draft_answers', { api: 'SELECT, INSERT, UPDATE', worker: 'SELECT, DELETE' }));
    await runner.query(settingTable);
    await runner.query(grant('form_setting', { api: 'SELECT, INSERT, UPDATE' }));
    await runner.query(usageTables);
    await runner.query(grant('item_seconds', { api: 'SELECT, INSERT, UPDATE' }));
    await runner.query(grant('item_left', { api: 'SELECT', worker: 'SELECT, INSERT, UPDATE' }));
    await runner.query(grant('request', { api: 'UPDATE (timed)' }));
    await runner.query(`ALTER TABLE response ADD COLUMN entered_by uuid,
      ADD CHECK ((mode = 'staff') = (entered_by IS NOT NULL))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE response DROP COLUMN entered_by');
    await runner.query('ALTER TABLE request DROP COLUMN timed');
    await runner.query('DROP POLICY answers_keyed ON response_answers');
    await runner.query('DROP TRIGGER request_closed ON request');
    await runner.query('DROP FUNCTION forget_draft');
    await runner.query('DROP TABLE draft_answers, form_setting, item_seconds, item_left');
  }
}
