import { grant } from '@attune/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables that delivery stands on, in each service's own schema. */
export class MessagingTables1760000000000 implements MigrationInterface {
  name = 'MessagingTables1760000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(outbox);
    await runner.query(inbox);
  }

  async down(): Promise<void> {
    throw new Error('Without these tables events would be lost: there is no way back');
  }
}

export const messagingMigrations = [MessagingTables1760000000000];

const outbox = `
  -- The next number of each key. The row's lock holds until commit, so writers of one key take turns.
  CREATE TABLE outbox_key (
    topic text NOT NULL,
    key text NOT NULL,
    last bigint NOT NULL,
    PRIMARY KEY (topic, key)
  ) WITH (fillfactor = 70);
  ${grant('outbox_key', { api: 'SELECT, INSERT, UPDATE', worker: 'SELECT, INSERT, UPDATE' })}
  CREATE TABLE outbox (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    shard smallint NOT NULL,
    topic text NOT NULL,
    key text NOT NULL,
    sequence bigint NOT NULL,
    event_id uuid NOT NULL,
    type text NOT NULL,
    source text NOT NULL,
    subject text NOT NULL,
    dataschema text NOT NULL,
    time timestamptz NOT NULL,
    data text NOT NULL,
    traceparent text,
    -- Real time, for latency; \`time\` above is the platform's.
    origin_time timestamptz NOT NULL,
    appended_at timestamptz NOT NULL DEFAULT clock_timestamp()
  );
  CREATE INDEX outbox_by_shard ON outbox (shard, id);
  ${grant('outbox', { api: 'INSERT', worker: 'SELECT, INSERT, DELETE' })}`;

const inbox = `
  -- How far a consumer has come in each key. \`parked\`: later events of the key wait in parked_event.
  CREATE TABLE inbox (
    consumer text NOT NULL,
    topic text NOT NULL,
    key text NOT NULL,
    last bigint NOT NULL,
    parked boolean NOT NULL DEFAULT false,
    PRIMARY KEY (consumer, topic, key)
  ) WITH (fillfactor = 70);
  ${grant('inbox', { worker: 'SELECT, INSERT, UPDATE, DELETE' })}
  CREATE TABLE parked_event (
    dead_letter_id uuid NOT NULL UNIQUE,
    consumer text NOT NULL,
    topic text NOT NULL,
    key text NOT NULL,
    sequence bigint NOT NULL,
    type text,
    headers jsonb NOT NULL,
    value text,
    kind text NOT NULL CHECK (kind IN ('poison', 'gap', 'prerequisite', 'behind')),
    reason text NOT NULL,
    awaiting_kind text,
    awaiting_id text,
    attempts integer NOT NULL DEFAULT 1,
    parked_at timestamptz NOT NULL,
    -- Real time: how long to leave it in peace before the next attempt.
    tried_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (consumer, topic, key, sequence)
  );
  CREATE INDEX inbox_parked ON inbox (consumer) WHERE parked;
  CREATE INDEX parked_event_awaiting ON parked_event (awaiting_kind, awaiting_id) WHERE awaiting_kind IS NOT NULL;
  CREATE INDEX parked_event_of_key ON parked_event (topic, key);
  ${grant('parked_event', { worker: 'SELECT, INSERT, UPDATE, DELETE' })}
  DO $column$ BEGIN
    EXECUTE format('GRANT SELECT (consumer, topic, key) ON parked_event TO %I', current_schema() || '_api');
  END $column$;
  CREATE TABLE skipped_event (
    consumer text NOT NULL,
    topic text NOT NULL,
    key text NOT NULL,
    first bigint NOT NULL,
    last bigint NOT NULL,
    person_id uuid NOT NULL,
    reason text NOT NULL,
    at timestamptz NOT NULL
  );
  ${grant('skipped_event', { worker: 'SELECT, INSERT' })}`;
