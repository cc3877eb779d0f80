import type { Admin } from 'kafkajs';
import { until } from '../machine/ports.ts';
import { topics } from '../topology.ts';

/** Creates the missing topics and returns their wire names. Existing ones keep what they have. */
export async function provisionTopics(
  admin: Admin,
  { prefix = '', only = topics.map(({ name }) => name) }: { prefix?: string; only?: readonly string[] } = {},
): Promise<string[]> {
  const wanted = topics.filter(({ name }) => only.includes(name));
  const existing = new Set(await admin.listTopics());
  const missing = wanted.filter(({ name }) => !existing.has(prefix + name));
  if (missing.length > 0) {
    await admin.createTopics({
      // kafkajs's own waiting gives up when the broker has not heard of the topic yet.
      waitForLeaders: false,
      topics: missing.map(({ name, partitions, settings }) => ({
        topic: prefix + name,
        numPartitions: partitions,
        configEntries: Object.entries(settings).map(([key, value]) => ({ name: key, value })),
      })),
    });
    await until(
      () =>
        everyPartitionIsLed(
          admin,
          missing.map(({ name }) => prefix + name),
        ),
      30_000,
    );
  }
  return wanted.map(({ name }) => prefix + name);
}

async function everyPartitionIsLed(admin: Admin, names: string[]): Promise<boolean> {
  try {
    const metadata = await admin.fetchTopicMetadata({ topics: names });
    return metadata.topics.every(
      ({ partitions }) => partitions.length > 0 && partitions.every(({ leader }) => leader >= 0),
    );
  } catch {
    return false;
  }
}
