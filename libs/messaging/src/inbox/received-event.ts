import { headers as names } from '@attune/contracts';

/** An event as it came off the wire, in so far as it can be read. */
export interface ReceivedEvent {
  readonly topic: string;
  readonly key: string;
  readonly sequence: bigint;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: string | null;
  /** When the broker was handed it, real time in milliseconds since 1970. */
  readonly publishedAt: number;
  /** Why it cannot be read; null when it can. */
  readonly malformed: string | null;
}

export interface RawMessage {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: string | null;
  readonly timestamp: string;
}

// As the contract of a dead letter has room for.
const longest = 255;
const required = [names.id, names.type, names.source, names.time, names.sequence, names.subject] as const;

/**
 * Reads the envelope. One that is not ours gets a key of its own, made of its place, so that nothing else waits behind
 * it: whose it would have been is exactly what cannot be told.
 */
export function receive({
  topic,
  partition,
  offset,
  key,
  headers,
  value,
  timestamp,
}: RawMessage): ReceivedEvent {
  const malformed = faultOf(key, headers);
  const place = `${topic}-${partition}-${offset}`;
  return {
    topic,
    key: malformed === null ? (key ?? '') : place,
    sequence: malformed === null ? BigInt(headers[names.sequence] ?? 0) : 1n,
    headers,
    value,
    publishedAt: Number(timestamp),
    malformed,
  };
}

/** Why these headers make no envelope under this key, as a code; null when they do. */
export function faultOf(key: string | null, headers: Readonly<Record<string, string>>): string | null {
  if (key === null || key === '' || key.length > longest) return 'key-malformed';
  if (headers[names.specversion] !== '1.0') return 'not-a-cloud-event';
  if (required.some((name) => (headers[name] ?? '') === '')) return 'attribute-missing';
  if ((headers[names.type] ?? '').length > longest) return 'type-malformed';
  if (headers[names.partitionkey] !== key) return 'partitionkey-differs';
  const sequence = headers[names.sequence] ?? '';
  if (!/^\d{1,20}$/.test(sequence) || Number(sequence) < 1 || !Number.isSafeInteger(Number(sequence))) {
    return 'sequence-malformed';
  }
  if (Number.isNaN(Date.parse(headers[names.time] ?? ''))) return 'time-malformed';
  return null;
}
