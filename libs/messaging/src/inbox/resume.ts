import type { Transaction } from '@attune/platform';
import { signals } from '../signals.ts';

/**
 * Says, in the transaction that makes a thing known, that keys which wait for it may go on after the commit.
 * @param kind @param id as in the `PrerequisiteMissing` that parked them
 */
export async function resume(tx: Transaction, kind: string, id: string): Promise<void> {
  const [waiting] = await tx.query(
    'SELECT 1 FROM parked_event WHERE awaiting_kind = $1 AND awaiting_id = $2 LIMIT 1',
    [kind, id],
  );
  if (waiting) tx.afterCommit(() => signals.emit('resumable'));
}
