import type { Transaction } from '@attune/platform';
import type { InstrumentRef } from '../domain/instrument.ts';
import type { StepCount } from '../domain/item-times.ts';

/** Marks the request as timed; false when it was before, or was not answered since `since`. */
export async function claimTiming(tx: Transaction, requestId: string, since: Date): Promise<boolean> {
  const rows = await tx.query(
    'UPDATE request SET timed = true WHERE request_id = $1 AND NOT timed AND answered_at >= $2 RETURNING 1',
    [requestId, since],
  );
  return rows.length > 0;
}

export interface ItemStep {
  readonly linkId: string;
  readonly within: number;
}

export async function countSeconds(
  tx: Transaction,
  { url, version }: InstrumentRef,
  items: readonly ItemStep[],
  at: Date,
): Promise<void> {
  // In one order for all: two that count the same items at the same time must not wait for each other.
  await tx.query(
    `INSERT INTO item_seconds (instrument_url, instrument_version, link_id, month, within_seconds, count)
     SELECT $1, $2, given."linkId", date_trunc('month', $4::timestamptz AT TIME ZONE 'UTC'), given.within, 1
     FROM jsonb_to_recordset($3::jsonb) AS given("linkId" text, within smallint) ORDER BY given."linkId", given.within
     ON CONFLICT (instrument_url, instrument_version, link_id, month, within_seconds)
       DO UPDATE SET count = item_seconds.count + 1`,
    [url, version, JSON.stringify(items), at],
  );
}

export interface ItemCounts {
  readonly version: string;
  readonly linkId: string;
  readonly steps: readonly StepCount[];
  readonly left: number;
}

/** What was counted of an instrument, by version and item, over all months. */
export async function readUsage(tx: Transaction, url: string): Promise<ItemCounts[]> {
  return tx.query<ItemCounts>(
    `WITH steps AS (
       SELECT instrument_version, link_id, within_seconds, sum(count)::int AS count FROM item_seconds
       WHERE instrument_url = $1 GROUP BY instrument_version, link_id, within_seconds
     ), timed AS (
       SELECT instrument_version, link_id,
         jsonb_agg(jsonb_build_object('within', within_seconds, 'count', count)) AS steps
       FROM steps GROUP BY instrument_version, link_id
     ), dropped AS (
       SELECT instrument_version, link_id, sum(count)::int AS count FROM item_left
       WHERE instrument_url = $1 GROUP BY instrument_version, link_id
     )
     SELECT instrument_version AS version, link_id AS "linkId", coalesce(timed.steps, '[]') AS steps,
       coalesce(dropped.count, 0) AS left
     FROM timed FULL JOIN dropped USING (instrument_version, link_id) ORDER BY instrument_version, link_id`,
    [url],
  );
}
