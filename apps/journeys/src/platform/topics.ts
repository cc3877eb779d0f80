import { kafkaConfig } from '@attune/local';
import kafkajs from 'kafkajs';
import { secretsOf } from './forge.ts';
import type { PlatformInUse } from './running-platform.ts';

/** As `attune` places the parts: Kafka is at the eleventh port. */
const kafkaPlace = 11;

/** The platform's broker for one of its principals. */
export function brokerAs({ port, home }: PlatformInUse, username: string): kafkajs.Kafka {
  const brokers = `127.0.0.1:${port + kafkaPlace}`;
  return new kafkajs.Kafka(kafkaConfig({ brokers, username, password: secretsOf(home).passwords[username] }));
}

/** Everything that a topic holds, as text: keys, headers and values, from the oldest to what is the newest now. */
export async function wholeTopic(platform: PlatformInUse, topic: string, username: string): Promise<string> {
  const kafka = brokerAs(platform, username);
  const admin = brokerAs(platform, 'attune-admin').admin();
  await admin.connect();
  const ends = new Map(
    (await admin.fetchTopicOffsets(topic)).map(({ partition, high }) => [partition, Number(high)]),
  );
  await admin.disconnect();
  let left = [...ends.values()].filter((end) => end > 0).length;
  const texts: string[] = [];
  if (left === 0) return '';
  const consumer = kafka.consumer({ groupId: `${username}.journey-${crypto.randomUUID()}` });
  await consumer.connect();
  try {
    await consumer.subscribe({ topic, fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(reject, 60_000, new Error(`${topic} could not be read to its end`));
      void consumer
        .run({
          autoCommit: false,
          eachMessage: ({ partition, message: { key, value, headers, offset } }) => {
            texts.push(`${key?.toString()} ${JSON.stringify(headers, asText)} ${value?.toString()}`);
            if (Number(offset) === (ends.get(partition) ?? 0) - 1) left -= 1;
            if (left === 0) {
              clearTimeout(late);
              resolve();
            }
            return Promise.resolve();
          },
        })
        .catch(reject);
    });
  } finally {
    await consumer.disconnect();
  }
  return texts.join('\n');
}

/** A header's bytes as they read. */
const asText = (_name: string, value: unknown) =>
  value !== null && typeof value === 'object' && 'data' in value && Array.isArray(value.data)
    ? Buffer.from(value.data as number[]).toString()
    : value;
