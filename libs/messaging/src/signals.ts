import { EventEmitter } from 'node:events';
import type { Place } from './inbox/parked-event.store.ts';

/** From a commit to the loops of the same process that act on it at once; their sweeps stand behind it. */
export const signals = new EventEmitter<{
  /** Keys whose wait may be over: what they missed is known now, or the number before them has come. */
  resumable: [places: readonly Place[]];
  /** Shards of the outbox that have something to publish. */
  appended: [shards: readonly number[]];
}>();
signals.setMaxListeners(0);
