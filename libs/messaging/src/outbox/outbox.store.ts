import type { Transaction } from '@attune/platform';

/** A row of the outbox before it has its number. */
export interface OutboxEvent {
  readonly shard: number;
  readonly topic: string;
  readonly key: string;
  readonly eventId: string;
  readonly type: string;
  readonly subject: string;
  readonly source: string;
  readonly dataschema: string;
  readonly time: Date;
  readonly originTime: Date;
  readonly traceparent: string | null;
  readonly data: string;
}

// One statement for one event or thousands. The counters are raised in key order, so that two imports cannot wait for
// each other in a circle; a counter's row lock holds until commit, so the numbers of a key are gapless and commit in
// order. Ids follow the order in which the events were given.
const insert = `
  WITH given AS (
    SELECT * FROM unnest($1::smallint[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::text[],
      $8::text[], $9::timestamptz[], $10::timestamptz[], $11::text[], $12::text[]) WITH ORDINALITY AS g (shard, topic,
      key, event_id, type, subject, source, dataschema, time, origin_time, traceparent, data, place)
  ), counted AS (
    INSERT INTO outbox_key AS k (topic, key, last)
    SELECT topic, key, count(*) FROM given GROUP BY topic, key ORDER BY topic, key
    ON CONFLICT (topic, key) DO UPDATE SET last = k.last + excluded.last
    RETURNING topic, key, last
  )
  INSERT INTO outbox (shard, topic, key, sequence, event_id, type, subject, source, dataschema, time, origin_time,
    traceparent, data)
  SELECT g.shard, g.topic, g.key,
    c.last + 1 - row_number() OVER (PARTITION BY g.topic, g.key ORDER BY g.place DESC),
    g.event_id, g.type, g.subject, g.source, g.dataschema, g.time, g.origin_time,
    g.traceparent, g.data
  FROM given g JOIN counted c ON c.topic = g.topic AND c.key = g.key
  ORDER BY g.place`;

/** Numbers the events and writes them. */
export function insertOutbox(tx: Transaction, rows: readonly OutboxEvent[]): void {
  tx.send(insert, [
    rows.map(({ shard }) => shard),
    rows.map(({ topic }) => topic),
    rows.map(({ key }) => key),
    rows.map(({ eventId }) => eventId),
    rows.map(({ type }) => type),
    rows.map(({ subject }) => subject),
    rows.map(({ source }) => source),
    rows.map(({ dataschema }) => dataschema),
    rows.map(({ time }) => time),
    rows.map(({ originTime }) => originTime),
    rows.map(({ traceparent }) => traceparent),
    rows.map(({ data }) => data),
  ]);
}
