import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import kafkajs, { type Admin } from 'kafkajs';
import { connectAdmin, kafkaConfig } from '../kafka/connect-admin.ts';
import { upsertScramUsers } from '../kafka/scram-users.ts';
import { administrator, principals, topics, type Principal } from '../topology.ts';
import { provisionAcls } from './provision-acls.ts';
import { provisionTopics } from './provision-topics.ts';

const brokers = process.env['ATTUNE_TEST_KAFKA_BROKERS'] ?? '';
const password = 'test';
const prefix = `p${randomBytes(5).toString('hex')}.`;
const named = (name: string) => principals.find((each) => each.name === name) as Principal;
// Access rules are by principal: scoring's are tried out on a user of the test's own.
const scoring = `scoring-${prefix.slice(0, -1)}`;
const plan = [named('integrator'), { ...named('scoring'), name: scoring }];

let admin: Admin;
const as = (username: string) =>
  new kafkajs.Kafka({ ...kafkaConfig({ brokers, username, password }), retry: { retries: 2 } });

beforeAll(async () => {
  const broker = { brokers, username: administrator, password };
  admin = await connectAdmin(broker);
  await upsertScramUsers(broker, [{ username: scoring, password }]);
  await provisionTopics(admin, { prefix });
  await provisionAcls(admin, { prefix, plan });
});

afterAll(async () => {
  await admin.deleteTopics({ topics: topics.map(({ name }) => prefix + name) });
  await admin.disconnect();
});

async function write(username: string, topic: string): Promise<void> {
  const producer = as(username).producer();
  await producer.connect();
  try {
    await producer.send({ topic: prefix + topic, messages: [{ key: 'k', value: '{}' }] });
  } finally {
    await producer.disconnect();
  }
}

async function readFirst(username: string, topic: string, groupId: string): Promise<string> {
  const consumer = as(username).consumer({ groupId: prefix + groupId });
  try {
    await consumer.connect();
    await consumer.subscribe({ topic: prefix + topic, fromBeginning: true });
    return await new Promise<string>((resolve, reject) => {
      consumer.on('consumer.crash', ({ payload }) => payload.restart || reject(payload.error));
      void consumer
        .run({ eachMessage: ({ message }) => Promise.resolve(resolve(String(message.value))) })
        .catch(reject);
    });
  } finally {
    await consumer.disconnect();
  }
}

describe('topics', () => {
  test('exist with their partitions and retention', async () => {
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: ['attune.public.alerts', 'attune.internal.people', 'attune.internal.answers'].map(
        (name) => ({
          type: kafkajs.ConfigResourceTypes.TOPIC,
          name: prefix + name,
          configNames: ['cleanup.policy', 'retention.ms'],
        }),
      ),
    });
    const settings = resources.map(({ configEntries }) =>
      Object.fromEntries(configEntries.map(({ configName, configValue }) => [configName, configValue])),
    );
    expect(settings[0]).toEqual({ 'cleanup.policy': 'delete', 'retention.ms': '-1' });
    expect(settings[1]).toMatchObject({ 'cleanup.policy': 'compact' });
    expect(settings[2]).toEqual({ 'cleanup.policy': 'delete', 'retention.ms': '604800000' });
    const offsets = await admin.fetchTopicOffsets(`${prefix}attune.public.alerts`);
    expect(offsets).toHaveLength(6);
  });

  test('provisioning again changes nothing', async () => {
    const before = await admin.listTopics();
    await provisionTopics(admin, { prefix });
    await provisionAcls(admin, { prefix, plan });
    expect((await admin.listTopics()).sort()).toEqual(before.sort());
  });
});

describe('the integrator', () => {
  test('reads a public topic', async () => {
    await write(scoring, 'attune.public.scores');
    expect(await readFirst('integrator', 'attune.public.scores', 'integrator.demo')).toBe('{}');
  });

  test('is refused an internal topic', async () => {
    await expect(readFirst('integrator', 'attune.internal.people', 'integrator.demo')).rejects.toThrow(
      /uthori/,
    );
  });

  test('is refused a group of someone else', async () => {
    await expect(readFirst('integrator', 'attune.public.scores', 'scoring')).rejects.toThrow(
      // So kafkajs puts a refused group.
      'Failed to find group coordinator',
    );
  });

  test('may not write', async () => {
    await expect(write('integrator', 'attune.public.scores')).rejects.toThrow(/uthori/);
  });
});

describe('a service', () => {
  test('writes its own topic and is refused that of another', async () => {
    await write(scoring, 'attune.public.scores');
    await expect(write(scoring, 'attune.public.alerts')).rejects.toThrow(/uthori/);
  });

  test('loses a right that the plan no longer gives', async () => {
    const poorer = { ...named('scoring'), name: scoring, writes: [] };
    await provisionAcls(admin, { prefix, plan: [poorer] });
    await expect(write(scoring, 'attune.public.scores')).rejects.toThrow(/uthori/);
    await provisionAcls(admin, { prefix, plan });
    await write(scoring, 'attune.public.scores');
  });

  test('with a wrong password is nobody', async () => {
    const stranger = connectAdmin({ brokers, username: scoring, password: 'wrong' }, { retries: 0 });
    await expect(stranger).rejects.toThrow(/uthentication/);
  });
});
