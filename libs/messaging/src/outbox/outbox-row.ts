import { headers, toSequence } from '@attune/contracts';

/** An event that waits to be published, as the database has it. */
export interface OutboxRow {
  readonly id: string;
  readonly topic: string;
  readonly key: string;
  readonly sequence: string;
  readonly event_id: string;
  readonly type: string;
  readonly source: string;
  readonly subject: string;
  readonly dataschema: string;
  readonly time: Date;
  readonly data: string;
  readonly traceparent: string | null;
  readonly origin_time: Date;
  readonly appended_at: Date;
}

export interface OutgoingMessage {
  readonly topic: string;
  readonly key: string;
  readonly value: string;
  readonly headers: Record<string, string>;
}

/** CloudEvents 1.0 over Kafka in binary content mode. */
export function toMessage(row: OutboxRow): OutgoingMessage {
  return {
    topic: row.topic,
    key: row.key,
    value: row.data,
    headers: {
      [headers.specversion]: '1.0',
      [headers.id]: row.event_id,
      [headers.type]: row.type,
      [headers.source]: row.source,
      [headers.subject]: row.subject,
      [headers.time]: row.time.toISOString(),
      [headers.dataschema]: row.dataschema,
      [headers.partitionkey]: row.key,
      [headers.sequence]: toSequence(row.sequence),
      [headers.origintime]: row.origin_time.toISOString(),
      [headers.contentType]: 'application/json',
      ...(row.traceparent !== null && { [headers.traceparent]: row.traceparent }),
    },
  };
}
