import type { Transaction } from '@attune/platform';
import { signals } from '../signals.ts';
import { placesAwaiting } from './parked-event.store.ts';

/**
 * Says, in the transaction that makes a thing known, that keys which wait for it may go on after the commit.
 * @param kind @param id as in the `PrerequisiteMissing` that parked them
 */
export async function resume(tx: Transaction, kind: string, id: string): Promise<void> {
  const places = await placesAwaiting(tx, kind, id);
  if (places.length > 0) tx.afterCommit(() => signals.emit('resumable', places));
}
