import { setTimeout as sleep } from 'node:timers/promises';
import { databaseServices, topics } from '@attune/local';
import type { Admin } from 'kafkajs';
import type { ChaosPlatform } from '../platform/chaos-platform.ts';

const calmRounds = 4;

/** Waits until nobody has anything left to publish or to read; @returns false when that does not come about in time. */
export async function untilQuiet(platform: ChaosPlatform, withinMs: number): Promise<boolean> {
  const admin = platform.kafkaAs().admin();
  await admin.connect();
  try {
    let [calm, before] = [0, -1];
    for (const end = Date.now() + withinMs; Date.now() < end; await sleep(300)) {
      const { behind, written } = await backlog(admin);
      const waiting = behind + (await unpublished(platform));
      calm = waiting === 0 && written === before ? calm + 1 : 0;
      before = written;
      if (calm >= calmRounds) return true;
    }
    return false;
  } finally {
    await admin.disconnect();
  }
}

async function unpublished({ sql }: ChaosPlatform): Promise<number> {
  const counts = databaseServices.map((service) => `(SELECT count(*) FROM ${service}.outbox)`).join(' + ');
  const [row] = await sql<{ count: string }>(`SELECT ${counts} AS count`);
  return Number(row?.count ?? 0);
}

async function backlog(admin: Admin): Promise<{ behind: number; written: number }> {
  const ends = new Map<string, number>();
  for (const { name } of topics) {
    for (const { partition, high } of await admin.fetchTopicOffsets(name))
      ends.set(`${name}/${partition}`, Number(high));
  }
  let behind = 0;
  for (const groupId of databaseServices) {
    for (const { topic, partitions } of await admin.fetchOffsets({ groupId })) {
      for (const { partition, offset } of partitions)
        behind += Math.max(0, (ends.get(`${topic}/${partition}`) ?? 0) - Math.max(0, Number(offset)));
    }
  }
  return { behind, written: [...ends.values()].reduce((sum, end) => sum + end, 0) };
}
