import kafkajs, { type Consumer, type Producer } from 'kafkajs';
import pg from 'pg';
import { gate, type Gate, type Pipeline, type Sent } from '../pipeline.ts';
import type { AttachedPlatform } from '../running-platform.ts';
import { addTopics, benchSchema } from '../servers.ts';

const topics = ['first', 'second', 'third'].map((name) => `attune.bench.floor.${name}`);
const connections = 8;
const insert = {
  name: 'keep',
  text: `INSERT INTO ${benchSchema}.floor (id, step, data) VALUES ($1, $2, $3)`,
};
// About as much as a response has to say.
const data = JSON.stringify(Array.from({ length: 12 }, (_, i) => ({ linkId: `item-${i}`, value: 1 })));

/**
 * What the same Postgres and Kafka take for it at the least: three commits of one row and three produce→consume hops,
 * one after the other, in this process, with no service and no guarantee around them.
 */
export class Floor implements Pipeline {
  readonly name = 'floor';
  private readonly waiting = new Map<string, Gate<number>>();
  private readonly consumers: Consumer[] = [];

  private constructor(
    private readonly pool: pg.Pool,
    private readonly producer: Producer,
  ) {}

  static async start({ databaseUrl, broker }: AttachedPlatform): Promise<Floor> {
    const kafka = new kafkajs.Kafka({
      ...broker,
      clientId: 'bench-floor',
      logLevel: kafkajs.logLevel.NOTHING,
    });
    await addTopics(kafka, topics);
    const pool = new pg.Pool({ connectionString: databaseUrl, max: connections });
    await pool.query(
      `CREATE TABLE ${benchSchema}.floor (id uuid, step int, data text, PRIMARY KEY (id, step))`,
    );
    const createPartitioner = kafkajs.Partitioners.DefaultPartitioner;
    const producer = kafka.producer({ createPartitioner });
    await producer.connect();
    const floor = new Floor(pool, producer);
    for (const [hop, topic] of topics.entries()) {
      const consumer = kafka.consumer({ groupId: `bench-floor-${hop}`, maxWaitTimeInMs: 1_000 });
      await consumer.connect();
      await consumer.subscribe({ topic, fromBeginning: true });
      await consumer.run({
        partitionsConsumedConcurrently: 4,
        eachMessage: ({ message }) => floor.receive(hop, message.key?.toString() ?? ''),
      });
      floor.consumers.push(consumer);
    }
    await floor.warmUp();
    return floor;
  }

  prepare(): Promise<void> {
    return Promise.resolve();
  }

  send(): Sent {
    const id = crypto.randomUUID();
    const delivered = gate<number>();
    this.waiting.set(id, delivered);
    return { accepted: this.step(id, 0), delivered: delivered.promise };
  }

  async close(): Promise<void> {
    await Promise.all(this.consumers.map((consumer) => consumer.disconnect()));
    await this.producer.disconnect();
    await this.pool.end();
  }

  private async step(id: string, hop: number): Promise<void> {
    await this.pool.query({ ...insert, values: [id, hop, data] });
    await this.producer.send({ topic: topics[hop] ?? '', acks: -1, messages: [{ key: id, value: data }] });
  }

  private async receive(hop: number, id: string): Promise<void> {
    if (hop + 1 < topics.length) return this.step(id, hop + 1);
    this.waiting.get(id)?.open(performance.now());
    this.waiting.delete(id);
    return undefined;
  }

  private async warmUp(): Promise<void> {
    for (let i = 0; i < 200; i++) await this.send().delivered;
  }
}
