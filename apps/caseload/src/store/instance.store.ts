import type { Transaction } from '@attune/platform';

/** What an instance says of itself: others of the service follow other partitions. */
export interface Instance {
  readonly id: string;
  /** Up to when it has brought its events into effect; null while it does not know. */
  readonly upTo: Date | null;
}

/** How far the others are: unknown where one of them does not know. */
export interface Others {
  readonly upTo: Date | null;
  readonly unknown: boolean;
}

/**
 * Says it to the other instances and asks how far those are.
 * @param goneAfterMs who has said nothing for so long is gone, and others have its partitions
 * @returns the least of what they say; null where there are no others
 */
export async function tellInstance(
  tx: Transaction,
  { id, upTo }: Instance,
  goneAfterMs: number,
): Promise<Others> {
  // Real time, and the same for all of them.
  const since = `clock_timestamp() - $3 * interval '1 millisecond'`;
  const [others] = await tx.query<Others>(
    `WITH mine AS (
       INSERT INTO instance (instance_id, up_to, told_at) VALUES ($1, $2, clock_timestamp())
       ON CONFLICT (instance_id) DO UPDATE SET up_to = excluded.up_to, told_at = excluded.told_at
     ), gone AS (
       DELETE FROM instance WHERE told_at < ${since}
     )
     SELECT min(up_to) AS "upTo", coalesce(bool_or(up_to IS NULL), false) AS unknown
     FROM instance WHERE instance_id <> $1 AND told_at >= ${since}`,
    [id, upTo, goneAfterMs],
  );
  return others ?? { upTo: null, unknown: false };
}

export async function forgetInstance(tx: Transaction, id: string): Promise<void> {
  await tx.query('DELETE FROM instance WHERE instance_id = $1', [id]);
}
