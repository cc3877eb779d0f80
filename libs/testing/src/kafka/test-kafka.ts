import { randomBytes } from 'node:crypto';
import { administrator, connectAdmin, provisionTopics } from '@attune/local';
import { runSetting } from '../jest/run-settings.ts';

export interface TestKafka {
  readonly brokers: string;
  readonly username: string;
  readonly password: string;
  /** Unique for the suite: wire names and group ids begin with it. */
  readonly prefix: string;
  /** The broker as a service reads it from its environment. */
  readonly env: Readonly<
    Record<'KAFKA_BROKERS' | 'KAFKA_USERNAME' | 'KAFKA_PASSWORD' | 'TOPIC_PREFIX', string>
  >;
  /** The wire name of a planned topic. */
  topic(name: string): string;
  /** Deletes the suite's topics. */
  close(): Promise<void>;
}

/**
 * The run's broker with topics of the suite's own, created as in production (6 partitions each).
 * @param topics planned names, e.g. `attune.public.scores`; all of them when left out
 */
export async function testKafka({ topics }: { topics?: readonly string[] } = {}): Promise<TestKafka> {
  const brokers = runSetting('ATTUNE_TEST_KAFKA_BROKERS');
  const [username, password] = [administrator, 'test'];
  const prefix = `t${randomBytes(5).toString('hex')}.`;
  const admin = await connectAdmin({ brokers, username, password });
  const names = await provisionTopics(admin, { prefix, ...(topics && { only: topics }) });
  await admin.disconnect();
  return {
    brokers,
    username,
    password,
    prefix,
    env: { KAFKA_BROKERS: brokers, KAFKA_USERNAME: username, KAFKA_PASSWORD: password, TOPIC_PREFIX: prefix },
    topic: (name) => prefix + name,
    async close() {
      const closing = await connectAdmin({ brokers, username, password });
      await closing.deleteTopics({ topics: names });
      await closing.disconnect();
    },
  };
}
