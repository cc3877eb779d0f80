import type { Transaction } from '@attune/platform';
import { mutated } from '../mutation.ts';
import type { ReceivedEvent } from './received-event.ts';

/** What is to be done with an event that has arrived. */
export type Step = 'apply' | 'apply-and-redrive' | 'duplicate' | 'gap' | 'behind';

const advanceSql = `
  WITH moved AS (
    UPDATE inbox SET last = $4 WHERE consumer = $1 AND topic = $2 AND key = $3 AND last = $4 - 1 AND NOT parked
    RETURNING 1
  ), begun AS (
    INSERT INTO inbox (consumer, topic, key, last) SELECT $1, $2, $3, 1 WHERE $4::bigint = 1 AND NOT EXISTS (SELECT FROM moved)
    ON CONFLICT DO NOTHING RETURNING 1
  )
  SELECT 1 FROM moved UNION ALL SELECT 1 FROM begun`;

/**
 * Moves the consumer's place in the event's key forward by one, which is all there is to do when the event is the next
 * one. The row's lock holds until commit, so one key is worked on by one transaction at a time.
 */
export async function advance(tx: Transaction, consumer: string, event: ReceivedEvent): Promise<Step> {
  const place = [consumer, event.topic, event.key];
  const moved = await tx.query(advanceSql, [...place, event.sequence.toString()]);
  return moved.length > 0 ? 'apply' : decide(tx, place, event.sequence);
}

async function decide(tx: Transaction, place: readonly string[], sequence: bigint): Promise<Step> {
  const last = await lockPlace(tx, place);
  const parked = await tx.query<{ sequence: string }>(
    'SELECT sequence FROM parked_event WHERE consumer = $1 AND topic = $2 AND key = $3',
    place,
  );
  if (sequence <= last || parked.some((row) => BigInt(row.sequence) === sequence)) {
    return mutated('dedup-off') ? 'apply' : 'duplicate';
  }
  if (sequence === last + 1n || mutated('ordering-off')) {
    await movePlace(tx, place, sequence);
    return parked.length > 0 ? 'apply-and-redrive' : 'apply';
  }
  return parked.length > 0 ? 'behind' : 'gap';
}

/** Locks a consumer's place in a key, beginning one where there is none, and answers the last number it has had. */
export async function lockPlace(tx: Transaction, place: readonly string[]): Promise<bigint> {
  await tx.query(
    'INSERT INTO inbox (consumer, topic, key, last) VALUES ($1, $2, $3, 0) ON CONFLICT DO NOTHING',
    place,
  );
  const [row] = await tx.query<{ last: string }>(
    'SELECT last FROM inbox WHERE consumer = $1 AND topic = $2 AND key = $3 FOR UPDATE',
    place,
  );
  return BigInt(row?.last ?? 0);
}

/** The caller holds the place. */
export async function movePlace(tx: Transaction, place: readonly string[], last: bigint): Promise<void> {
  await tx.query('UPDATE inbox SET last = $4 WHERE consumer = $1 AND topic = $2 AND key = $3', [
    ...place,
    last.toString(),
  ]);
}

/** Says whether events of the key wait; the caller holds the place. */
export async function markParked(tx: Transaction, place: readonly string[], parked: boolean): Promise<void> {
  await tx.query('UPDATE inbox SET parked = $4 WHERE consumer = $1 AND topic = $2 AND key = $3', [
    ...place,
    parked,
  ]);
}
