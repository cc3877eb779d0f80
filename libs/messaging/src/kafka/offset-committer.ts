import type { Consumer } from 'kafkajs';

interface Partition {
  readonly topic: string;
  readonly partition: number;
}

const everyMs = 250;

/**
 * Tells the broker how far the group has come, a little behind the work and never ahead of it: what was in effect but
 * not told is delivered again and dropped by the inbox.
 */
export class OffsetCommitter {
  private readonly due = new Map<string, Partition & { offset: string }>();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly consumer: () => Consumer | null) {}

  soon(partition: Partition, lastDone: string): void {
    this.note(partition, lastDone);
    this.timer ??= setTimeout(() => void this.flush(), everyMs);
  }

  async now(partition: Partition, last: string): Promise<void> {
    this.note(partition, last);
    await this.flush();
  }

  async flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const offsets = [...this.due.values()];
    this.due.clear();
    if (offsets.length === 0) return;
    // After a rebalance the partition is another member's: it reads again what was not told, which does no harm.
    await this.consumer()
      ?.commitOffsets(offsets)
      .catch(() => undefined);
  }

  private note({ topic, partition }: Partition, last: string): void {
    this.due.set(`${topic}/${partition}`, { topic, partition, offset: (BigInt(last) + 1n).toString() });
  }
}
