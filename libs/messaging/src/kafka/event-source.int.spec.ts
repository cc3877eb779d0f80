import { randomUUID } from 'node:crypto';
import { createServer, connect, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { Database } from '@attune/platform';
import { append } from '../index.ts';
import { type Bench, scores, startBench, withdrawn } from '../test-bench/bench.ts';
import { eventually } from '@attune/testing';
import { tailTopics, type TailedEvent } from './tail-topics.ts';

jest.setTimeout(90_000);
let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.stop());

const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1);
const untilEffects = (key: string, count: number) =>
  eventually(
    () => bench.effects(key),
    ({ length }) => length >= count,
    40_000,
  );

/** How far the group has told the broker that it came, over all partitions of the topic. */
async function committed(): Promise<number> {
  const groupId = `${bench.kafka.prefix}scoring`;
  const [found] = await bench.wire.admin.fetchOffsets({ groupId, topics: [bench.kafka.topic(scores)] });
  return (found?.partitions ?? []).reduce((sum, { offset }) => sum + Math.max(0, Number(offset)), 0);
}
async function written(): Promise<number> {
  const partitions = await bench.wire.admin.fetchTopicOffsets(bench.kafka.topic(scores));
  return partitions.reduce((sum, { high }) => sum + Number(high), 0);
}

test('offsets follow what is committed in the database and never lead it', async () => {
  const [key, id] = [randomUUID(), randomUUID()];
  await bench.append(withdrawn(key, randomUUID()));
  await untilEffects(key, 1);
  const before = await eventually(committed, (count) => count > 0);
  let away = true;
  bench.twists.set(id, () => {
    if (away) throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  });
  await bench.append(withdrawn(key, id));
  await sleep(1_500);
  expect(await committed()).toBe(before);
  expect(await bench.parked(key)).toEqual([]);
  away = false;
  await untilEffects(key, 2);
  await eventually(committed, (count) => count === before + 1);
});

test('a handler that takes longer than the broker waits for silent members does not lose its partition', async () => {
  const [key, id] = [randomUUID(), randomUUID()];
  let runs = 0;
  bench.twists.set(id, async () => {
    runs += 1;
    await sleep(8_000);
  });
  await bench.append(withdrawn(key, id), withdrawn(key, randomUUID()));
  const effects = await untilEffects(key, 2);
  expect(effects.map(({ sequence }) => sequence)).toEqual([1, 2]);
  expect(runs).toBe(1);
});

test('instances that come and go while events flow change neither count nor order', async () => {
  const keys = upTo(25).map(() => randomUUID());
  const writing = (async () => {
    for (let i = 0; i < 40; i += 1) {
      await bench.append(...keys.map((key) => withdrawn(key, randomUUID())));
      await sleep(100);
    }
  })();
  for (let i = 0; i < 2; i += 1) {
    const guest = await bench.start();
    await sleep(1_200);
    await guest.close();
  }
  await writing;
  for (const key of keys) {
    const effects = await untilEffects(key, 40);
    expect(effects.map(({ sequence }) => sequence)).toEqual(upTo(40));
  }
  expect(await bench.database.query("SELECT 1 FROM parked_event WHERE kind = 'gap'")).toEqual([]);
});

test('a service that is told to stop tells the broker how far it came', async () => {
  await bench.app.close();
  expect(await committed()).toBe(await written());
  const again = await bench.start();
  const key = randomUUID();
  await again.get(Database).asWorker((tx) => append(tx, withdrawn(key, randomUUID())));
  await untilEffects(key, 1);
});

test('without a broker the service starts, takes work, says that it is degraded, and delivers when the broker comes', async () => {
  const socket = createServer();
  await new Promise<void>((resolve) => socket.listen(0, '127.0.0.1', resolve));
  const { port } = socket.address() as AddressInfo;
  await new Promise((resolve) => socket.close(resolve));
  const lonely = await bench.start({ KAFKA_BROKERS: `127.0.0.1:${port}` });
  const status = async () =>
    (await lonely.inject({ url: '/health/ready' })).json<{ status: string }>().status;
  expect(await status()).toBe('degraded');
  const key = randomUUID();
  await lonely.get(Database).asWorker((tx) => append(tx, withdrawn(key, randomUUID())));
  const [host, real] = bench.kafka.brokers.split(':');
  const proxy = createServer((inward) => {
    const outward = connect(Number(real), host);
    inward.pipe(outward).pipe(inward);
    for (const end of [inward, outward]) end.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => proxy.listen(port, '127.0.0.1', resolve));
  await eventually(status, (is) => is === 'ready', 20_000);
  await untilEffects(key, 1);
  await lonely.close();
  proxy.close();
});

test('a broker that freezes for a while loses and doubles nothing', async () => {
  const keys = upTo(8).map(() => randomUUID());
  const app = await bench.start();
  const pid = Number(process.env.ATTUNE_TEST_BROKER_PID);
  const database = app.get(Database);
  const writing = (async () => {
    for (let i = 0; i < 30; i += 1) {
      await database.asWorker((tx) => append(tx, ...keys.map((key) => withdrawn(key, randomUUID()))));
      await sleep(100);
    }
  })();
  await sleep(600);
  process.kill(pid, 'SIGSTOP');
  await sleep(2_000).finally(() => process.kill(pid, 'SIGCONT'));
  await writing;
  for (const key of keys)
    expect((await untilEffects(key, 30)).map(({ sequence }) => sequence)).toEqual(upTo(30));
});

test('a tail may read a topic whole', async () => {
  const key = randomUUID();
  await bench.wire.send([withdrawn(key, randomUUID()), 1]);
  const heard: TailedEvent[] = [];
  const stop = tailTopics({
    config: bench.config,
    service: 'gateway',
    topics: [],
    fromBeginning: [scores],
    onEvent: (event) => heard.push(event),
    onMissed: () => undefined,
  });
  await eventually(
    () => heard.map(({ data }) => data['clientId']),
    (clients) => clients.includes(key),
  );
  await stop();
});

test('a tail hears what is published from now on, and says when it may have missed something', async () => {
  const heard: TailedEvent[] = [];
  let missed = 0;
  const stop = tailTopics({
    config: bench.config,
    service: 'gateway',
    topics: [scores],
    onEvent: (event) => {
      heard.push(event);
      throw new TypeError('a listener that fails must not end the tail');
    },
    onMissed: () => {
      missed += 1;
    },
  });
  await eventually(
    () => missed,
    (count) => count === 1,
  );
  const key = randomUUID();
  const own = withdrawn(key, randomUUID());
  await bench.wire.raw(scores, { key: null, value: 'nonsense' });
  await bench.wire.send([own, 1], [withdrawn(key, randomUUID()), 2]);
  await eventually(
    () => heard,
    ({ length }) => length === 2,
  );
  expect(heard[0]).toEqual({ topic: scores, type: own.type, sequence: 1, data: own.data });
  await stop();
});
