/** Keys are spread over this many shards; a relay claims whole shards. Changing it needs an empty outbox. */
const shardCount = 16;

/** The shard of a topic and key: always the same, so that one relay at a time publishes a key (FNV-1a). */
export function shardOf(topic: string, key: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(`${topic}\n${key}`)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return (hash ^ (hash >>> 16)) % shardCount;
}
