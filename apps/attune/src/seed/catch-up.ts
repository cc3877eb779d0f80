import { setTimeout as sleep } from 'node:timers/promises';
import { connectAdmin, databaseServices, topics, type Broker } from '@attune/local';
import { say } from '../console/say.ts';

const everyMs = 100;
const patienceMs = 180_000;

/** Sees how far the services have read. */
export class Backlog {
  private constructor(private readonly admin: Awaited<ReturnType<typeof connectAdmin>>) {}

  static async of(broker: Broker): Promise<Backlog> {
    return new Backlog(await connectAdmin(broker));
  }

  close(): Promise<void> {
    return this.admin.disconnect();
  }

  /**
   * Waits until every service has read all there is: no events left several times in a row, because what one service
   * reads may make it write for the next.
   */
  async untilCaughtUp(signal: AbortSignal, calmLooks = 6): Promise<void> {
    let calm = 0;
    let saidAt = Date.now();
    let before = -1;
    for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(everyMs)) {
      signal.throwIfAborted();
      const { behind, written } = await this.look();
      calm = behind === 0 && written === before ? calm + 1 : 0;
      before = written;
      if (calm >= calmLooks) return;
      if (behind > 0 && Date.now() - saidAt > 2_000) {
        say(`  · the services are working: ${behind} events to go`);
        saidAt = Date.now();
      }
    }
    say('  ! the services are still behind; they go on by themselves');
  }

  private async look(): Promise<{ behind: number; written: number }> {
    const ends = new Map<string, number>();
    let written = 0;
    for (const found of await Promise.all(
      topics.map(async ({ name }) => ({ name, offsets: await this.admin.fetchTopicOffsets(name) })),
    )) {
      for (const { partition, high } of found.offsets) {
        ends.set(`${found.name}/${partition}`, Number(high));
        written += Number(high);
      }
    }
    let behind = 0;
    const read = await Promise.all(databaseServices.map((groupId) => this.admin.fetchOffsets({ groupId })));
    for (const { topic, partitions } of read.flat()) {
      for (const { partition, offset } of partitions) {
        // −1: the group has not committed here, because there was nothing so far or it has not begun.
        behind += Math.max(0, (ends.get(`${topic}/${partition}`) ?? 0) - Math.max(0, Number(offset)));
      }
    }
    return { behind, written };
  }
}
