import { grant, protectClientRecords } from '@attune/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { caseloadTables } from './caseload-tables.sql.ts';

const records = ['client_entry', 'session', 'course_point'];
const copies = ['staff', 'scale'];
const everything = 'SELECT, INSERT, UPDATE, DELETE';

const grantSearch = `DO $grant$ BEGIN
  EXECUTE format('GRANT EXECUTE ON FUNCTION find_clients TO %I', current_schema() || '_api');
END $grant$;`;

export class CreateCaseload1763890000000 implements MigrationInterface {
  readonly name = 'CreateCaseload1763890000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(caseloadTables);
    for (const table of records) await runner.query(protectClientRecords(table, { readers: 'caseload' }));
    for (const table of [...records, ...copies]) {
      await runner.query(grant(table, { api: 'SELECT', worker: everything }));
    }
    await runner.query(grant('client_words', { worker: everything }));
    await runner.query(grantSearch);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION find_clients');
    await runner.query(`DROP TABLE ${[...records, ...copies, 'client_words'].join(', ')}`);
  }
}
