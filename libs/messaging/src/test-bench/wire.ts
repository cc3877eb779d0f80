import { randomUUID } from 'node:crypto';
import type { EventToAppend } from '@attune/contracts';
import { connectAdmin, kafkaConfig } from '@attune/local';
import type { TestKafka } from '@attune/testing';
import kafkajs, { type Admin, type Consumer, type IHeaders, type Producer } from 'kafkajs';
import { toMessage } from '../outbox/outbox-row.ts';

export interface WireMessage {
  readonly partition: number;
  readonly key: string | null;
  readonly value: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** The topics seen from outside, and a hand that writes to them what no relay would. */
export class Wire {
  private readonly readers: Consumer[] = [];

  private constructor(
    private readonly kafka: TestKafka,
    private readonly producer: Producer,
    readonly admin: Admin,
  ) {}

  static async connect(kafka: TestKafka): Promise<Wire> {
    const producer = new kafkajs.Kafka(kafkaConfig(kafka)).producer({
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
    });
    await producer.connect();
    return new Wire(kafka, producer, await connectAdmin(kafka));
  }

  /** As the relay would write it, with this number. */
  message(
    event: EventToAppend,
    sequence: number,
  ): { key: string; value: string; headers: Record<string, string> } {
    const { type, topic, key, subject, source, dataschema, time } = event;
    const { value, headers } = toMessage({
      ...{ id: '0', topic, key, sequence: String(sequence), event_id: randomUUID(), type, source, subject },
      ...{ dataschema, time, data: JSON.stringify(event.data), traceparent: null },
      ...{ origin_time: new Date(), appended_at: new Date() },
    });
    return { key, value, headers };
  }

  /** Writes events of one topic with these numbers, bypassing every outbox. */
  async send(...numbered: readonly (readonly [EventToAppend, number])[]): Promise<void> {
    const topic = numbered[0]?.[0].topic ?? '';
    await this.raw(topic, ...numbered.map(([event, sequence]) => this.message(event, sequence)));
  }

  async raw(
    topic: string,
    ...messages: readonly { key: string | null; value: string | Buffer | null; headers?: IHeaders }[]
  ): Promise<void> {
    await this.producer.send({ topic: this.kafka.topic(topic), messages: [...messages], acks: -1 });
  }

  /** Everything in a topic from its beginning; the array grows as more arrives. */
  async read(topic: string): Promise<WireMessage[]> {
    const found: WireMessage[] = [];
    const consumer = new kafkajs.Kafka(kafkaConfig(this.kafka)).consumer({
      groupId: `${this.kafka.prefix}reader.${randomUUID()}`,
      maxWaitTimeInMs: 100,
    });
    this.readers.push(consumer);
    await consumer.connect();
    await consumer.subscribe({ topics: [this.kafka.topic(topic)], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachMessage: ({ partition, message }) => {
        const headers = Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)]);
        const [key, value] = [message.key?.toString() ?? null, message.value?.toString() ?? null];
        found.push({ partition, key, value, headers: Object.fromEntries(headers) as Record<string, string> });
        return Promise.resolve();
      },
    });
    return found;
  }

  async close(): Promise<void> {
    await Promise.all(this.readers.map((reader) => reader.disconnect()));
    await Promise.all([this.producer.disconnect(), this.admin.disconnect()]);
  }
}
