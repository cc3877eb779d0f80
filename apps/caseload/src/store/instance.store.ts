import type { Transaction } from '@attune/platform';

/** What an instance says of itself: others of the service follow other partitions. */
export interface Instance {
  readonly id: string;
  /** Up to when it has brought its events into effect; null while it does not know. */
  readonly upTo: Date | null;
  /** Real time. */
  readonly toldAt: Date;
}

/**
 * Says it to the other instances and asks how far those are.
 * @param since real time; who has said nothing from then on is gone, and others have its partitions
 * @returns the least of what they say; null where there are no others
 */
export async function tellInstance(
  tx: Transaction,
  { id, upTo, toldAt }: Instance,
  since: Date,
): Promise<Date | null> {
  const [others] = await tx.query<{ upTo: Date | null }>(
    `WITH mine AS (
       INSERT INTO instance (instance_id, up_to, told_at) VALUES ($1, $2, $3)
       ON CONFLICT (instance_id) DO UPDATE SET up_to = excluded.up_to, told_at = excluded.told_at
     ), gone AS (
       DELETE FROM instance WHERE told_at < $4
     )
     SELECT min(up_to) AS "upTo" FROM instance WHERE instance_id <> $1 AND told_at >= $4`,
    [id, upTo, toldAt, since],
  );
  return others?.upTo ?? null;
}

export async function forgetInstance(tx: Transaction, id: string): Promise<void> {
  await tx.query('DELETE FROM instance WHERE instance_id = $1', [id]);
}
