import type { Transaction } from '@attune/platform';
import { mutated } from '../mutation.ts';
import { isSparse, judge, type Step } from './judge.ts';
import type { ReceivedEvent } from './received-event.ts';

const advanceSql = `
  WITH moved AS (
    UPDATE inbox SET last = $4 WHERE consumer = $1 AND topic = $2 AND key = $3 AND NOT parked
      AND (last = $4 - 1 OR $5 AND last < $4)
    RETURNING 1
  ), begun AS (
    INSERT INTO inbox (consumer, topic, key, last) SELECT $1, $2, $3, $4
    WHERE ($4::bigint = 1 OR $5) AND NOT EXISTS (SELECT FROM moved)
    ON CONFLICT DO NOTHING RETURNING 1
  )
  SELECT 1 FROM moved UNION ALL SELECT 1 FROM begun`;

/**
 * Moves the consumer's place in the event's key forward by one, which is all there is to do when the event is the next
 * one. The row's lock holds until commit, so one key is worked on by one transaction at a time.
 */
export async function advance(tx: Transaction, consumer: string, event: ReceivedEvent): Promise<Step> {
  const { topic, key, sequence } = event;
  const place = [consumer, topic, key];
  const moved = await tx.query(advanceSql, [...place, sequence.toString(), isSparse(topic)]);
  if (moved.length > 0) return 'apply';
  const step = await look(tx, place, sequence);
  if (step === 'duplicate') return mutated('dedup-off') ? 'apply' : 'duplicate';
  if (step === 'apply' || step === 'apply-and-redrive') await movePlace(tx, place, sequence);
  else if (mutated('ordering-off')) return movePlace(tx, place, sequence).then(() => 'apply');
  return step;
}

/** What is to be done with a number; the caller holds the place from here on. */
export async function look(tx: Transaction, place: readonly string[], sequence: bigint): Promise<Step> {
  const last = await lockPlace(tx, place);
  const parked = await tx.query<{ sequence: string }>(
    'SELECT sequence FROM parked_event WHERE consumer = $1 AND topic = $2 AND key = $3',
    place,
  );
  const numbers = parked.map((row) => BigInt(row.sequence));
  return judge({ last, parked: numbers, sparse: isSparse(place[1] ?? '') }, sequence);
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
