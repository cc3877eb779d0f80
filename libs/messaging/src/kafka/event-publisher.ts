import { setTimeout as sleep } from 'node:timers/promises';
import kafkajs, { type Kafka, type Producer } from 'kafkajs';
import type { OutgoingMessage } from '../outbox/outbox-row.ts';

const patienceMs = 2_000;

/**
 * Publishes batches in order. kafkajs's idempotent producer loses messages when two sends are under way at once
 * (tulios/kafkajs#1005), so its one caller awaits each batch; a producer that failed is not used again.
 */
export class EventPublisher {
  private producer: Promise<Producer> | null = null;
  connected = false;

  constructor(
    private readonly kafka: Kafka,
    private readonly prefix: string,
  ) {}

  /** Resolves when all in-sync replicas have the whole batch. @throws when they may not have all of it */
  async publish(messages: readonly OutgoingMessage[]): Promise<void> {
    try {
      const producer = await (this.producer ??= this.connect());
      await producer.sendBatch({ topicMessages: this.byTopic(messages), acks: -1 });
      this.connected = true;
    } catch (error) {
      await this.disconnect();
      throw error;
    }
  }

  /** Tries to be ready before the first event; without success the first batch tries again. */
  async warmUp(): Promise<void> {
    await (this.producer ??= this.connect()).catch(() => this.disconnect());
  }

  async disconnect(): Promise<void> {
    const producer = this.producer;
    this.producer = null;
    this.connected = false;
    const gone = producer?.then((connected) => connected.disconnect()).catch(() => undefined);
    await Promise.race([gone, sleep(patienceMs, undefined, { ref: false })]);
  }

  private async connect(): Promise<Producer> {
    const producer = this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
      retry: { initialRetryTime: 50, maxRetryTime: 1_000, retries: 8 },
    });
    await producer.connect();
    this.connected = true;
    return producer;
  }

  private byTopic(messages: readonly OutgoingMessage[]) {
    const topics = Map.groupBy(messages, ({ topic }) => topic);
    return [...topics].map(([topic, of]) => ({
      topic: this.prefix + topic,
      messages: of.map(({ key, value, headers }) => ({ key, value, headers })),
    }));
  }
}
