import { grant } from '@attune/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The FHIR Questionnaire that an instrument came as; text, because jsonb would not keep it as it was sent. */
export class KeepFhirResources1763900600000 implements MigrationInterface {
  readonly name = 'KeepFhirResources1763900600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE instrument_resource (
      url text NOT NULL,
      version text NOT NULL,
      resource text NOT NULL,
      PRIMARY KEY (url, version),
      FOREIGN KEY (url, version) REFERENCES instrument
    )`);
    await runner.query(grant('instrument_resource', { api: 'SELECT, INSERT', worker: 'SELECT, INSERT' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE instrument_resource');
  }
}
