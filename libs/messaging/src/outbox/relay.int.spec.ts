import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { eventually } from '@attune/testing';
import pg from 'pg';
import { connectKafka } from '../kafka/connect-kafka.ts';
import { EventPublisher } from '../kafka/event-publisher.ts';
import { type Bench, scores, startBench, withdrawn } from '../test-bench/bench.ts';
import type { WireMessage } from '../test-bench/wire.ts';
import type { OutgoingMessage } from './outbox-row.ts';
import { Relay } from './relay.ts';
import { shardOf } from './shard.ts';

jest.setTimeout(60_000);
let bench: Bench;
let wire: WireMessage[];
beforeAll(async () => {
  bench = await startBench();
  wire = await bench.wire.read(scores);
});
afterAll(() => bench.stop());

const on = (key: string) => wire.filter((message) => message.key === key);
const sequenceOf = ({ headers }: WireMessage) => Number(headers.ce_sequence);
const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1);
const waiting = () => bench.database.query('SELECT 1 FROM outbox');
const untilEmpty = () => eventually(waiting, ({ length }) => length === 0, 30_000);
/** The order in which numbers were first seen, whatever came twice. */
const firsts = (key: string) => [...new Set(on(key).map(sequenceOf))];

/** A publisher that dies with the batch under way, before or after the broker has it. */
class FailingPublisher extends EventPublisher {
  failures = 0;
  constructor(private readonly when: (messages: readonly OutgoingMessage[]) => 'before' | 'after' | null) {
    super(connectKafka('bench', bench.config), bench.config.TOPIC_PREFIX);
  }

  override async publish(messages: readonly OutgoingMessage[]): Promise<void> {
    const when = this.when(messages);
    if (when !== 'before') await super.publish(messages);
    if (when === null) return;
    this.failures += 1;
    throw new Error('The process died here');
  }
}

const startRelay = (
  publisher = new EventPublisher(connectKafka('bench', bench.config), bench.config.TOPIC_PREFIX),
) => {
  const relay = new Relay(bench.config.DATABASE_WORKER_URL ?? '', publisher);
  relay.start();
  return relay;
};

test('several relays, some of which die mid-publish again and again, keep the order of every key and lose nothing', async () => {
  const keys = upTo(30).map(() => randomUUID());
  const dying = upTo(3).map(
    (n) => new FailingPublisher(() => (Math.random() < 0.3 ? (n % 2 ? 'before' : 'after') : null)),
  );
  const relays = [...dying.map(startRelay), startRelay(), startRelay()];
  const writer = async () => {
    for (let i = 0; i < 150; i += 1) {
      const key = keys[Math.floor(Math.random() * keys.length)] ?? '';
      await bench.append(withdrawn(key, randomUUID()), withdrawn(key, randomUUID()));
    }
  };
  await Promise.all(upTo(8).map(writer));
  await untilEmpty();
  await Promise.all(relays.map((relay) => relay.stop()));
  expect(dying.reduce((sum, { failures }) => sum + failures, 0)).toBeGreaterThan(3);
  const counters = await bench.database.query<{ key: string; last: number }>(
    'SELECT key, last::int FROM outbox_key WHERE key = ANY ($1)',
    [keys],
  );
  expect(counters.reduce((sum, { last }) => sum + last, 0)).toBe(2_400);
  for (const { key, last } of counters) {
    await eventually(
      () => firsts(key),
      ({ length }) => length >= last,
    );
    expect(firsts(key)).toEqual(upTo(last));
    // And in effect each is there once.
    const effects = await eventually(
      () => bench.effects(key),
      ({ length }) => length >= last,
    );
    expect(effects.map(({ sequence }) => sequence)).toEqual(upTo(last));
  }
});

test('a relay whose connection is cut mid-publish gives its rows back', async () => {
  const key = randomUUID();
  let cut = 0;
  const publisher = new FailingPublisher(() => null);
  const original = publisher.publish.bind(publisher);
  publisher.publish = async (messages) => {
    await original(messages);
    if (cut < 3 && messages.some((message) => message.key === key)) {
      cut += 1;
      await bench.database.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'relay'",
      );
    }
  };
  const relay = startRelay(publisher);
  for (let i = 0; i < 30; i += 1) await bench.append(withdrawn(key, randomUUID()));
  await untilEmpty();
  await relay.stop();
  await eventually(
    () => firsts(key),
    ({ length }) => length >= 30,
  );
  expect(firsts(key)).toEqual(upTo(30));
});

test('what nobody hinted at is found by the sweep', async () => {
  const key = randomUUID();
  // As another process would leave it that died after its commit.
  await bench.database.query(
    `WITH k AS (INSERT INTO outbox_key VALUES ($1, $2, 1))
     INSERT INTO outbox (shard, topic, key, sequence, event_id, type, subject, source, dataschema, time, origin_time, data)
     VALUES (3, $1, $2, 1, gen_random_uuid(), 'attune.scoring.score-withdrawn.v1', 'x', '/attune/scoring', 'x', now(), now(), '{}')`,
    [scores, key],
  );
  await eventually(
    () => on(key),
    ({ length }) => length === 1,
    2_000,
  );
});

test('one event after the other is at the broker within milliseconds', async () => {
  const key = randomUUID();
  const times: number[] = [];
  for (let i = 1; i <= 40; i += 1) {
    await bench.append(withdrawn(key, randomUUID()));
    const began = performance.now();
    while (on(key).length < i) await sleep(1);
    times.push(performance.now() - began);
    await sleep(20);
  }
  times.sort((one, other) => one - other);
  process.stdout.write(
    `commit to a reader: p50 ${times[20]?.toFixed(1)} ms, p95 ${times[38]?.toFixed(1)} ms\n`,
  );
  expect(times[20]).toBeLessThan(100);
});

test('a shard that another instance is at is looked at again at once, not at the next sweep', async () => {
  const other = new pg.Client({ connectionString: bench.config.DATABASE_WORKER_URL });
  await other.connect();
  try {
    for (let round = 0; round < 4; round += 1) {
      const key = randomUUID();
      await other.query(`SELECT pg_advisory_lock(hashtext('relay scoring'), $1)`, [shardOf(scores, key)]);
      await bench.append(withdrawn(key, randomUUID()));
      await sleep(100);
      expect(on(key)).toEqual([]);
      await other.query('SELECT pg_advisory_unlock_all()');
      const released = performance.now();
      await eventually(
        () => on(key),
        ({ length }) => length === 1,
      );
      // Four times in a row before a sweep of a second would be rare luck.
      expect(performance.now() - released).toBeLessThan(400);
    }
  } finally {
    await other.end();
  }
});
