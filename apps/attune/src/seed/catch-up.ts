import { setTimeout as sleep } from 'node:timers/promises';
import { connectAdmin, databaseServices, topics, type Broker } from '@attune/local';
import { say } from '../console/say.ts';

/**
 * Waits until every service has read all there is: no events left twice in a row, because what one service
 * reads may make it write for the next.
 */
export async function untilCaughtUp(broker: Broker, signal: AbortSignal, timeoutMs = 180_000): Promise<void> {
  const admin = await connectAdmin(broker);
  try {
    let calm = 0;
    let saidAt = Date.now();
    let before = -1;
    for (const end = Date.now() + timeoutMs; Date.now() < end; await sleep(250)) {
      signal.throwIfAborted();
      const { behind, written } = await backlog(admin);
      calm = behind === 0 && written === before ? calm + 1 : 0;
      before = written;
      if (calm >= 3) return;
      if (behind > 0 && Date.now() - saidAt > 2_000) {
        say(`  · the services are working: ${behind} events to go`);
        saidAt = Date.now();
      }
    }
    say('  ! the services are still behind; they go on by themselves');
  } finally {
    await admin.disconnect();
  }
}

async function backlog(admin: Awaited<ReturnType<typeof connectAdmin>>) {
  const ends = new Map<string, number>();
  let written = 0;
  for (const { name } of topics) {
    for (const { partition, high } of await admin.fetchTopicOffsets(name)) {
      ends.set(`${name}/${partition}`, Number(high));
      written += Number(high);
    }
  }
  let behind = 0;
  for (const groupId of databaseServices) {
    for (const { topic, partitions } of await admin.fetchOffsets({ groupId })) {
      for (const { partition, offset } of partitions) {
        // −1: the group has not committed here, because there was nothing so far or it has not begun.
        behind += Math.max(0, (ends.get(`${topic}/${partition}`) ?? 0) - Math.max(0, Number(offset)));
      }
    }
  }
  return { behind, written };
}
