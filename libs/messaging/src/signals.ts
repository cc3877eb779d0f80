import { EventEmitter } from 'node:events';

/** From a commit to the loops of the same process that act on it at once; their sweeps stand behind it. */
export const signals = new EventEmitter<{
  /** What parked keys may have been waiting for is known now. */
  resumable: [];
}>();
signals.setMaxListeners(0);
