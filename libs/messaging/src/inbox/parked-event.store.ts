import { eventParked, headers as names } from '@attune/contracts';
import type { Transaction } from '@attune/platform';
import { v7 as newId } from 'uuid';
import { append } from '../outbox/append.ts';
import type { Failure } from './failures.ts';
import { markParked } from './inbox.store.ts';
import type { ReceivedEvent } from './received-event.ts';

/** A place in a key: consumer, topic, key. */
export type Place = readonly [consumer: string, topic: string, key: string];

interface ParkedRow {
  readonly sequence: string;
  readonly headers: Record<string, string>;
  readonly value: string | null;
  readonly reason: string;
}

export interface Consumer {
  readonly service: string;
  readonly name: string;
}

/**
 * Keeps an event that could not be taken in, and tells of it once for each key: what waits behind needs no word of its
 * own. The caller holds the place in the inbox.
 */
export async function park(
  tx: Transaction,
  { service, name }: Consumer,
  event: ReceivedEvent,
  { kind, reason, awaiting }: Failure,
  at: Date,
): Promise<void> {
  const place: Place = [name, event.topic, event.key];
  const deadLetterId = newId();
  const type = event.headers[names.type] ?? null;
  await tx.query(
    `INSERT INTO parked_event (dead_letter_id, consumer, topic, key, sequence, type, headers, value, kind, reason,
       awaiting_kind, awaiting_id, parked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT DO NOTHING`,
    [
      deadLetterId,
      ...place,
      event.sequence.toString(),
      type,
      JSON.stringify(event.headers),
      event.value,
      kind,
      reason,
      awaiting?.kind ?? null,
      awaiting?.id ?? null,
      at,
    ],
  );
  await markParked(tx, place, true);
  if (kind === 'behind') return;
  const data = {
    ...{ deadLetterId, service, consumer: name, topic: event.topic, key: event.key },
    ...{ sequence: Number(event.sequence), type, kind, reason, parkedAt: at.toISOString() },
  };
  await append(tx, eventParked.event({ key: service, subject: deadLetterId, time: at, data }));
}

/** The oldest parked event of a key, or null. The caller holds the place. */
export async function headOf(tx: Transaction, place: Place): Promise<ReceivedEvent | null> {
  const [row] = await tx.query<ParkedRow>(
    `SELECT sequence, headers, value, reason FROM parked_event WHERE consumer = $1 AND topic = $2 AND key = $3
     ORDER BY sequence LIMIT 1`,
    place,
  );
  if (!row) return null;
  const { headers, value } = row;
  const [, topic, key] = place;
  const malformed = headers[names.partitionkey] === key ? null : row.reason;
  return { topic, key, sequence: BigInt(row.sequence), headers, value, publishedAt: Date.now(), malformed };
}

export async function unpark(tx: Transaction, place: Place, sequence: bigint): Promise<void> {
  await tx.query(
    'DELETE FROM parked_event WHERE consumer = $1 AND topic = $2 AND key = $3 AND sequence = $4',
    [...place, sequence.toString()],
  );
}

/** Writes down why the head of a key failed again. */
export async function noteAttempt(
  tx: Transaction,
  place: Place,
  sequence: bigint,
  { kind, reason, awaiting }: Failure,
): Promise<void> {
  await tx.query(
    `UPDATE parked_event SET attempts = attempts + 1, kind = $5, reason = $6, awaiting_kind = $7, awaiting_id = $8
     WHERE consumer = $1 AND topic = $2 AND key = $3 AND sequence = $4`,
    [...place, sequence.toString(), kind, reason, awaiting?.kind ?? null, awaiting?.id ?? null],
  );
}

/** The places of a consumer whose head waits for something that may have arrived. */
export async function awaitingPlaces(tx: Transaction, consumer: string): Promise<Place[]> {
  const rows = await tx.query<{ topic: string; key: string }>(
    'SELECT DISTINCT topic, key FROM parked_event WHERE consumer = $1 AND awaiting_kind IS NOT NULL LIMIT 500',
    [consumer],
  );
  return rows.map(({ topic, key }) => [consumer, topic, key]);
}
