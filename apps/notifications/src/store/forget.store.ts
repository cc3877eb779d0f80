import type { Transaction } from '@attune/platform';

/** Each row's way out: what it belonged to was over before the given time. */
const over = {
  message: 'settled_at',
  asked: 'expires_at',
  opt_out_link: 'minted_at',
} as const;

/** Deletes what was over before, at most so many rows of each kind. @returns how many rows that were */
export async function forgetBefore(tx: Transaction, before: Date, most: number): Promise<number> {
  let count = 0;
  for (const [table, column] of Object.entries(over)) {
    const rows = await tx.query(
      `DELETE FROM ${table} WHERE ctid = ANY (ARRAY(
         SELECT ctid FROM ${table} WHERE ${column} < $1 ORDER BY ${column} LIMIT $2 FOR UPDATE SKIP LOCKED))
       RETURNING 1`,
      [before, most],
    );
    count += rows.length;
  }
  return count;
}
