import { grant } from '@attune/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Kinds of sessions, teams, the clinic's own hours, and absences with the cover that comes from them. */
export class PlanAroundTheClinic1764000000000 implements MigrationInterface {
  name = 'PlanAroundTheClinic1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE session ADD COLUMN type text NOT NULL DEFAULT 'individual'`);
    await runner.query('ALTER TABLE person ADD COLUMN team text');
    await runner.query(clinic);
    await runner.query(absences);
    await runner.query(grant('clinic', { api: 'SELECT, UPDATE', worker: 'SELECT, INSERT' }));
    await runner.query(grant('absence', { api: 'SELECT, INSERT, UPDATE', worker: 'SELECT' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE care_relationship DROP COLUMN absence_id, DROP COLUMN stands_in_for');
    await runner.query('DROP TABLE absence, clinic');
    await runner.query('ALTER TABLE person DROP COLUMN team');
    await runner.query('ALTER TABLE session DROP COLUMN type');
  }
}

const clinic = `
  CREATE TABLE clinic (
    clinic_id text PRIMARY KEY,
    zone text NOT NULL,
    working_hours jsonb NOT NULL,
    holidays jsonb NOT NULL,
    changed_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1
  )`;

/** One that is taken back before it begins is empty, and so is the cover that came from it: it never was valid. */
const absences = `
  CREATE TABLE absence (
    absence_id uuid PRIMARY KEY,
    staff_id uuid NOT NULL REFERENCES person,
    cover_id uuid NOT NULL REFERENCES person CHECK (cover_id <> staff_id),
    valid_from timestamptz NOT NULL,
    valid_to timestamptz NOT NULL CHECK (valid_to >= valid_from),
    CONSTRAINT one_absence_at_a_time EXCLUDE USING gist (staff_id WITH =, tstzrange(valid_from, valid_to) WITH &&)
  );
  CREATE INDEX absence_of_cover ON absence (cover_id, valid_to);
  CREATE INDEX absence_by_start ON absence (valid_from, absence_id);
  ALTER TABLE care_relationship
    DROP CONSTRAINT care_relationship_check,
    ADD CONSTRAINT care_relationship_check CHECK (valid_to >= valid_from),
    ADD COLUMN absence_id uuid REFERENCES absence,
    ADD COLUMN stands_in_for uuid REFERENCES care_relationship;
  CREATE INDEX care_relationship_of_absence ON care_relationship (absence_id) WHERE absence_id IS NOT NULL;
  CREATE INDEX care_relationship_standing_in ON care_relationship (stands_in_for) WHERE stands_in_for IS NOT NULL`;
