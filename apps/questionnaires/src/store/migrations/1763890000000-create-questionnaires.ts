import { grant, protectClientRecords } from '@attune/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { linkAccess } from './link-access.sql.ts';
import { questionnaireTables } from './questionnaire-tables.sql.ts';

/** What may be changed at all: the rest of a row is as it was written, for good. */
const requestChanges = 'revoked_at, response_id, answered_at, submission_key, submission_seal';
const responseChanges = 'voided_at, voided_by, void_reason';

export class CreateQuestionnaires1763890000000 implements MigrationInterface {
  readonly name = 'CreateQuestionnaires1763890000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(questionnaireTables);
    await runner.query(protectClientRecords('client', { readers: 'caseload' }));
    await runner.query(protectClientRecords('request', { readers: 'caseload' }));
    await runner.query(protectClientRecords('response', { readers: 'caseload' }));
    await runner.query(protectClientRecords('response_answers', { readers: 'care' }));
    await runner.query(linkAccess);
    await runner.query(grant('instrument', { api: 'SELECT, INSERT', worker: 'SELECT, INSERT' }));
    await runner.query(grant('client', { api: 'SELECT', worker: 'SELECT, INSERT, UPDATE, DELETE' }));
    await runner.query(
      grant('request', { api: `SELECT, INSERT, UPDATE (${requestChanges})`, worker: 'SELECT' }),
    );
    await runner.query(grant('link', { api: 'INSERT' }));
    await runner.query(
      grant('response', { api: `SELECT, INSERT, UPDATE (${responseChanges})`, worker: 'SELECT, INSERT' }),
    );
    await runner.query(grant('response_answers', { api: 'SELECT, INSERT', worker: 'SELECT, INSERT' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION find_link');
    await runner.query('DROP TABLE response_answers, link, request, response, client, instrument');
  }
}
