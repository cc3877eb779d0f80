import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant } from '../database/grants.ts';

/**
 * What row-level security asks, the append-only audit table, and the memory of creating requests. The functions read
 * what `Database` sets for the transaction; with nothing set there is no person, and so there are no rows.
 */
export class AccessTables1761000000000 implements MigrationInterface {
  name = 'AccessTables1761000000000';

  async up(runner: QueryRunner): Promise<void> {
    // app_clients reads tables that later migrations create.
    await runner.query('SET LOCAL check_function_bodies = off');
    await runner.query(functions);
    await runner.query(tables);
  }

  async down(): Promise<void> {
    throw new Error('The audit table is append-only: there is no way back');
  }
}

const functions = `
  CREATE FUNCTION app_person() RETURNS uuid LANGUAGE sql STABLE
    AS $$ SELECT nullif(current_setting('app.person', true), '')::uuid $$;
  CREATE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql STABLE
    AS $$ SELECT nullif(current_setting('app.now', true), '')::timestamptz $$;
  CREATE FUNCTION app_link() RETURNS uuid LANGUAGE sql STABLE
    AS $$ SELECT nullif(current_setting('app.link', true), '')::uuid $$;
  CREATE FUNCTION app_has_role(role text) RETURNS boolean LANGUAGE sql STABLE
    AS $$ SELECT role = ANY (string_to_array(coalesce(current_setting('app.roles', true), ''), ',')) $$;
  CREATE FUNCTION app_reads_every_client() RETURNS boolean LANGUAGE sql STABLE
    AS $$ SELECT app_has_role('operations') OR app_has_role('clinic-lead') $$;
  -- The clients whom the person treats or supervises now. A client whose care relationships wait behind a parked
  -- event is left out: better refused than shown to somebody who may have been taken off the case.
  CREATE FUNCTION app_clients() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
    AS $$
      SELECT client_id FROM care_relationship
      WHERE staff_id = app_person() AND valid_from <= app_now() AND (valid_to IS NULL OR valid_to > app_now())
        AND (kind = 'supervisor' AND app_has_role('supervisor') OR kind <> 'supervisor' AND app_has_role('therapist'))
        AND NOT EXISTS (
          SELECT FROM parked_event
          WHERE topic = 'attune.public.care-relationships' AND key = client_id::text)
    $$;`;

const tables = `
  CREATE TABLE audit_entry (
    entry_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    person_id uuid,
    roles text[] NOT NULL,
    action text NOT NULL,
    client_ids uuid[] NOT NULL,
    subject text
  );
  CREATE INDEX audit_entry_of_client ON audit_entry USING gin (client_ids);
  ${grant('audit_entry', { api: 'INSERT', worker: 'INSERT, SELECT' })}
  CREATE TABLE idempotency_key (
    person_id text NOT NULL,
    key text NOT NULL,
    fingerprint text NOT NULL,
    answer jsonb,
    at timestamptz NOT NULL,
    PRIMARY KEY (person_id, key)
  );
  ${grant('idempotency_key', { api: 'SELECT, INSERT, UPDATE', worker: 'SELECT, DELETE' })}`;
