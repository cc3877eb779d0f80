import { headers as names } from '@attune/contracts';
import type { Transaction } from '@attune/platform';
import type { Failure } from './failures.ts';
import { faultOf, type ReceivedEvent } from './received-event.ts';

/** A place in a key: consumer, topic, key. */
export type Place = readonly [consumer: string, topic: string, key: string];

export interface Consumer {
  readonly service: string;
  readonly name: string;
}

interface ParkedRow {
  readonly dead_letter_id: string;
  readonly sequence: string;
  readonly headers: Record<string, string>;
  readonly value: string | null;
  readonly kind: Failure['kind'];
}

/** The oldest event that waits in a key. */
export interface Head extends ReceivedEvent {
  readonly deadLetterId: string;
  readonly kind: Failure['kind'];
}

/** @returns false when the event is parked already. The caller holds the place. */
export async function insertParked(
  tx: Transaction,
  [consumer, topic, key]: Place,
  { sequence, headers, value }: ReceivedEvent,
  { kind, reason, awaiting }: Failure,
  { deadLetterId, at }: { deadLetterId: string; at: Date },
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO parked_event (dead_letter_id, consumer, topic, key, sequence, type, headers, value, kind, reason,
       awaiting_kind, awaiting_id, parked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT DO NOTHING RETURNING 1`,
    [
      ...[deadLetterId, consumer, topic, key, sequence.toString(), headers[names.type] ?? null],
      ...[JSON.stringify(headers), value, kind, reason],
      ...[awaiting?.kind ?? null, awaiting?.id ?? null, at],
    ],
  );
  return rows.length > 0;
}

/** The oldest parked event of a key, or null. The caller holds the place. */
export async function headOf(tx: Transaction, place: Place): Promise<Head | null> {
  const [row] = await tx.query<ParkedRow>(
    `SELECT dead_letter_id, sequence, headers, value, kind FROM parked_event
     WHERE consumer = $1 AND topic = $2 AND key = $3 ORDER BY sequence LIMIT 1`,
    place,
  );
  if (!row) return null;
  const { dead_letter_id: deadLetterId, headers, value, kind } = row;
  const [, topic, key] = place;
  const [sequence, malformed] = [BigInt(row.sequence), faultOf(key, headers)];
  return { deadLetterId, kind, topic, key, sequence, headers, value, publishedAt: Date.now(), malformed };
}

/** Removes what is parked up to and including a number. */
export async function unpark(tx: Transaction, place: Place, upTo: bigint): Promise<void> {
  await tx.query(
    'DELETE FROM parked_event WHERE consumer = $1 AND topic = $2 AND key = $3 AND sequence <= $4',
    [...place, upTo.toString()],
  );
}

/** Writes down why a parked event did not get through this time. */
export async function noteAttempt(
  tx: Transaction,
  deadLetterId: string,
  { kind, reason, awaiting }: Failure,
): Promise<void> {
  await tx.query(
    `UPDATE parked_event SET attempts = attempts + 1, tried_at = clock_timestamp(), kind = $2, reason = $3,
       awaiting_kind = $4, awaiting_id = $5 WHERE dead_letter_id = $1`,
    [deadLetterId, kind, reason, awaiting?.kind ?? null, awaiting?.id ?? null],
  );
}

// A head may be able to go on when what it misses may have become known elsewhere; and a process may have died between
// taking an event in and driving on what waited for it. Poison and gaps wait for an operator or the missing number.
const readySql = `
  SELECT i.topic, i.key FROM inbox i
  LEFT JOIN LATERAL (
    SELECT sequence, kind, tried_at FROM parked_event p
    WHERE p.consumer = i.consumer AND p.topic = i.topic AND p.key = i.key ORDER BY sequence LIMIT 1
  ) head ON true
  WHERE i.consumer = $1 AND i.parked AND (head.kind IS NULL OR head.kind = 'behind'
    OR head.kind = 'gap' AND head.sequence <= i.last + 1
    OR head.kind = 'prerequisite' AND head.tried_at < clock_timestamp() - make_interval(secs => $2))
  ORDER BY head.tried_at LIMIT 200`;

/** @param restSeconds how long a head that misses something is left in peace before it is tried unasked */
export async function readyPlaces(tx: Transaction, consumer: string, restSeconds: number): Promise<Place[]> {
  const rows = await tx.query<{ topic: string; key: string }>(readySql, [consumer, restSeconds]);
  return rows.map(({ topic, key }) => [consumer, topic, key]);
}

/** The places whose event waits for this thing. */
export async function placesAwaiting(tx: Transaction, kind: string, id: string): Promise<Place[]> {
  const rows = await tx.query<{ consumer: string; topic: string; key: string }>(
    'SELECT DISTINCT consumer, topic, key FROM parked_event WHERE awaiting_kind = $1 AND awaiting_id = $2',
    [kind, id],
  );
  return rows.map(({ consumer, topic, key }) => [consumer, topic, key]);
}
