import { headers as names } from '@attune/contracts';
import { topics } from '@attune/local';
import type { Kafka, KafkaMessage } from 'kafkajs';
import { untilTrue } from '../until-true.ts';
import type { Delivery } from './check-topics.ts';

const patienceMs = 60_000;
/** The topic of people is compacted: numbers that are missing there are no loss. */
const watched = topics.map(({ name }) => name).filter((name) => name !== 'attune.internal.people');

/** Everything that was ever published, read as an administrator who is no part of the platform. */
export class TopicLog {
  private readonly partitions = new Map<string, Delivery[]>();
  private readonly next = new Map<string, bigint>();

  constructor(private readonly kafka: Kafka) {}

  /** Each partition in its order. */
  get deliveries(): Delivery[] {
    return [...this.partitions.values()].flat();
  }

  /** Reads on, up to what is there now. */
  async read(): Promise<void> {
    const ends = await this.ends();
    const consumer = this.kafka.consumer({
      groupId: `attune-chaos.${crypto.randomUUID()}`,
      maxWaitTimeInMs: 200,
    });
    await consumer.connect();
    try {
      await consumer.subscribe({ topics: watched, fromBeginning: true });
      await consumer.run({
        autoCommit: false,
        partitionsConsumedConcurrently: 6,
        eachBatch: ({ batch }) => {
          for (const message of batch.messages) this.take(batch.topic, batch.partition, message);
          return Promise.resolve();
        },
      });
      for (const [place, offset] of this.next) {
        const [topic = '', partition] = place.split('/');
        consumer.seek({ topic, partition: Number(partition), offset: offset.toString() });
      }
      await untilTrue('the topics are read', patienceMs, () =>
        [...ends].every(([place, end]) => (this.next.get(place) ?? 0n) >= end),
      );
    } finally {
      await consumer.disconnect();
    }
  }

  private take(topic: string, partition: number, { offset, key, headers = {}, value }: KafkaMessage): void {
    const place = `${topic}/${partition}`;
    if (BigInt(offset) < (this.next.get(place) ?? 0n)) return;
    this.next.set(place, BigInt(offset) + 1n);
    const text = (name: string) => String(headers[name] ?? '');
    const id = text(names.id);
    // What somebody else has put there is no event.
    if (id === '' || key === null || value === null) return;
    const deliveries = this.partitions.get(place) ?? [];
    this.partitions.set(place, deliveries);
    deliveries.push({
      ...{ topic, key: key.toString(), id, type: text(names.type) },
      ...{ sequence: Number(text(names.sequence)), subject: text(names.subject) },
    });
  }

  private async ends(): Promise<Map<string, bigint>> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      const ends = new Map<string, bigint>();
      for (const topic of watched) {
        for (const { partition, high } of await admin.fetchTopicOffsets(topic))
          ends.set(`${topic}/${partition}`, BigInt(high));
      }
      return ends;
    } finally {
      await admin.disconnect();
    }
  }
}
