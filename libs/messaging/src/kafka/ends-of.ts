import type { Admin, Kafka } from 'kafkajs';

interface End {
  readonly topic: string;
  readonly partition: number;
  readonly low: bigint;
  readonly high: bigint;
}

/**
 * The ends of topics at this moment, as a question: how many messages before them the group has not committed yet. A
 * group commits what is in effect, so 0 means that all of them are.
 */
export async function endsOf(
  kafka: Kafka,
  groupId: string,
  topics: readonly string[],
): Promise<() => Promise<number>> {
  const ends = await withAdmin(kafka, async (admin) => {
    const found = await Promise.all(topics.map((topic) => endsIn(admin, topic)));
    return found.flat();
  });
  return () =>
    withAdmin(kafka, async (admin) => {
      const groups = await admin.fetchOffsets({ groupId, topics: [...topics] });
      const committed = new Map(
        groups.flatMap(({ topic, partitions }) =>
          partitions.map(({ partition, offset }) => [`${topic} ${partition}`, BigInt(offset)] as const),
        ),
      );
      return ends.reduce((left, { topic, partition, low, high }) => {
        const at = committed.get(`${topic} ${partition}`) ?? -1n;
        const from = at < low ? low : at;
        return left + (high > from ? Number(high - from) : 0);
      }, 0);
    });
}

async function endsIn(admin: Admin, topic: string): Promise<End[]> {
  const partitions = await admin.fetchTopicOffsets(topic);
  return partitions.map(({ partition, low, high }) => ({
    ...{ topic, partition },
    ...{ low: BigInt(low), high: BigInt(high) },
  }));
}

async function withAdmin<T>(kafka: Kafka, work: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}
