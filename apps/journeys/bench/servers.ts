import type { Kafka } from 'kafkajs';
import pg from 'pg';
import type { AttachedPlatform } from './running-platform.ts';

/** Where the floor and the naive pipeline keep their rows. */
export const benchSchema = 'bench';

export async function clearSchema(
  { databaseUrl }: AttachedPlatform,
  { create }: { create: boolean },
): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('SET client_min_messages = warning');
  await client.query(`DROP SCHEMA IF EXISTS ${benchSchema} CASCADE`);
  if (create) await client.query(`CREATE SCHEMA ${benchSchema}`);
  await client.end();
}

// As many as the platform's own topics have.
const numPartitions = 6;

/** New and empty, whatever an earlier run has left. */
export async function addTopics(kafka: Kafka, names: readonly string[]): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  const present = (await admin.listTopics()).filter((name) => names.includes(name));
  if (present.length > 0) await admin.deleteTopics({ topics: present });
  await admin.createTopics({
    waitForLeaders: true,
    topics: names.map((topic) => ({ topic, numPartitions, replicationFactor: 1 })),
  });
  await admin.disconnect();
}
