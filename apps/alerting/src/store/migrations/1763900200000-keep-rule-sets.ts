import { grant } from '@attune/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rule sets become data, signals say by which of them they came, and detectors remember how far they have looked. */
export class KeepRuleSets1763900200000 implements MigrationInterface {
  readonly name = 'KeepRuleSets1763900200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(
      grant('rule_set', { api: 'SELECT, INSERT, UPDATE', worker: 'SELECT, INSERT, UPDATE' }),
    );
    await runner.query(grant('series_memory', { worker: 'SELECT, INSERT, UPDATE, DELETE' }));
    await runner.query(signals);
  }

  async down(): Promise<void> {
    throw new Error('Signals would forget which rules they came from: there is no way back');
  }
}

const tables = `
  CREATE TABLE rule_set (
    name text NOT NULL,
    version integer NOT NULL,
    title text NOT NULL,
    rules jsonb NOT NULL,
    published_by uuid,
    published_at timestamptz NOT NULL,
    activated_by uuid,
    activated_at timestamptz UNIQUE,
    PRIMARY KEY (name, version)
  );
  CREATE TABLE series_memory (
    client_id uuid NOT NULL,
    instrument_url text NOT NULL,
    scale text NOT NULL,
    rule_set text NOT NULL,
    answered_at timestamptz NOT NULL,
    submitted_at timestamptz NOT NULL,
    response_id uuid NOT NULL,
    watches jsonb NOT NULL,
    PRIMARY KEY (client_id, instrument_url, scale)
  );`;

/** Until now there were two rules, written into the code. */
const signals = `
  ALTER TABLE alert_signal
    ADD COLUMN reference double precision,
    ADD COLUMN statistic double precision,
    ADD COLUMN detector text NOT NULL DEFAULT 'absolute-cut-off',
    ADD COLUMN direction text NOT NULL DEFAULT 'higher-is-better',
    ADD COLUMN rule_set text NOT NULL DEFAULT 'attune-default@1';
  ALTER TABLE alert_signal NO FORCE ROW LEVEL SECURITY;
  UPDATE alert_signal SET detector = 'fall-since-last', statistic = previous - value
    WHERE rule = 'alliance-fall-since-last';
  ALTER TABLE alert_signal FORCE ROW LEVEL SECURITY;
  ALTER TABLE alert_signal
    ALTER COLUMN detector DROP DEFAULT, ALTER COLUMN direction DROP DEFAULT, ALTER COLUMN rule_set DROP DEFAULT;`;
