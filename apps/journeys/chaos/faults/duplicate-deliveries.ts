import { setTimeout as sleep } from 'node:timers/promises';
import { headers as names } from '@attune/contracts';
import { topics } from '@attune/local';
import kafkajs, { type KafkaMessage, type Producer } from 'kafkajs';
import type { Fault } from '../fault.ts';
import type { ChaosPlatform } from '../platform/chaos-platform.ts';

const perRoundMs = 5_000;

interface Copy {
  readonly topic: string;
  readonly partition: number;
  readonly message: KafkaMessage;
}

/** Somebody who reads all topics and sends a share of the messages again, to the letter. */
class Copier {
  private readonly copies: Copy[] = [];
  private readonly seen = new Set<string>();
  private sending: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly producer: Producer,
    private readonly share: number,
    readonly stop: () => Promise<void>,
  ) {}

  static async start(platform: ChaosPlatform, share: number): Promise<Copier> {
    const kafka = platform.kafkaAs();
    const producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
    const consumer = kafka.consumer({ groupId: `attune-chaos.${crypto.randomUUID()}`, maxWaitTimeInMs: 200 });
    await Promise.all([producer.connect(), consumer.connect()]);
    const copier = new Copier(producer, share, async () => {
      await consumer.disconnect();
      await copier.sending;
      await producer.disconnect();
    });
    await consumer.subscribe({ topics: topics.map(({ name }) => name), fromBeginning: false });
    const joined = new Promise((resolve) => consumer.on(consumer.events.GROUP_JOIN, resolve));
    await consumer.run({
      autoCommit: false,
      eachMessage: ({ topic, partition, message }) => {
        copier.take({ topic, partition, message });
        return Promise.resolve();
      },
    });
    await joined;
    return copier;
  }

  /** Everything that was sent again, once more: by now it comes late. */
  async again(): Promise<void> {
    await this.sending;
    await this.send(this.copies);
  }

  private take(copy: Copy): void {
    const id = String(copy.message.headers?.[names.id] ?? '');
    if (this.seen.has(id) || Math.random() >= this.share) return;
    this.seen.add(id);
    this.copies.push(copy);
    this.sending = this.sending.then(() => this.send([copy])).catch(() => undefined);
  }

  private async send(copies: readonly Copy[]): Promise<void> {
    const topicMessages = [...Map.groupBy(copies, ({ topic }) => topic)].map(([topic, of]) => ({
      topic,
      messages: of.map(({ partition, message: { key, value, headers = {} } }) => ({
        ...{ partition, key, value, headers },
      })),
    }));
    await this.producer.sendBatch({ topicMessages, acks: -1 });
  }
}

/** @param share of the messages that come again; once at about the same time, and once when all is long over */
export function duplicateDeliveries(share: number): Fault {
  let copier: Copier | undefined;
  return {
    name: `duplicates-${share * 100}-percent`,
    async run({ platform, rounds, strike }) {
      copier = await Copier.start(platform, share);
      for (let round = 0; round < rounds; round++) await strike(() => sleep(perRoundMs));
    },
    async afterwards() {
      await copier?.again();
      await copier?.stop();
    },
  };
}
