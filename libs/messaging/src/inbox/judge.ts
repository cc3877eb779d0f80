import { topics } from '@attune/contracts';

/** What is to be done with an event that has arrived. */
export type Step = 'apply' | 'apply-and-redrive' | 'duplicate' | 'gap' | 'behind';

/** Where a consumer stands in a key. */
export interface Standing {
  /** The number it has reached; 0 before the first. */
  readonly last: bigint;
  /** The numbers that are parked. */
  readonly parked: readonly bigint[];
  /** Compaction may have removed earlier numbers, so one that is missing is no loss. */
  readonly sparse: boolean;
}

const compacted = new Set<string>(
  topics.filter(({ cleanup }) => cleanup === 'compact').map(({ name }) => name),
);

/** True for a topic that keeps only the last word about each key. */
export const isSparse = (topic: string): boolean => compacted.has(topic);

/** A number that was passed is a duplicate; one that skips is a loss made visible. Pure. */
export function judge({ last, parked, sparse }: Standing, sequence: bigint): Step {
  if (sequence <= last || parked.includes(sequence)) return 'duplicate';
  if (parked.length === 0) return sequence === last + 1n || sparse ? 'apply' : 'gap';
  // Something waits, and this may be what it waits for: the number that was missing.
  return sequence === last + 1n ? 'apply-and-redrive' : 'behind';
}
