type Listener = (shards: readonly number[]) => void;

const listeners = new Set<Listener>();

/** Tells the relays of this process that these shards have something to publish. */
export function hint(shards: readonly number[]): void {
  for (const listener of listeners) listener(shards);
}

/** @returns how to stop listening */
export function onHint(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
