import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { contractOf, type EventToAppend } from '@attune/contracts';
import { Database } from '@attune/platform';
import { eventually } from '@attune/testing';
import { Kafka } from 'cloudevents';
import { append } from '../index.ts';
import { type Bench, scores, startBench, withdrawn } from '../test-bench/bench.ts';
import type { WireMessage } from '../test-bench/wire.ts';

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
test('an event is published if, and only if, its transaction commits', async () => {
  const key = randomUUID();
  await expect(
    bench.write(async (tx) => {
      append(tx, withdrawn(key, randomUUID()));
      throw new Error('changed its mind');
    }),
  ).rejects.toThrow('changed its mind');
  await bench.append(withdrawn(key, randomUUID()));
  await eventually(
    () => on(key),
    ({ length }) => length > 0,
  );
  await sleep(700);
  // The number of what was rolled back is given again.
  expect(on(key).map(sequenceOf)).toEqual([1]);
});

test('an event is in the outbox before its transaction commits, so that nothing can die in between', async () => {
  const key = randomUUID();
  let rows: unknown[] = [];
  await bench.write((tx) => {
    append(tx, withdrawn(key, randomUUID()));
    tx.beforeCommit(async () => {
      rows = await tx.query('SELECT sequence::int FROM outbox WHERE key = $1', [key]);
    });
  });
  expect(rows).toEqual([{ sequence: 1 }]);
});

test('appending outside of a transaction throws', async () => {
  const ended = await bench.write((tx) => tx);
  expect(() => append(ended, withdrawn(randomUUID(), randomUUID()))).toThrow('open transaction');
});

test('data that breaks its contract is refused without repeating it, and unknown fields stay behind', async () => {
  const key = randomUUID();
  const good = withdrawn(key, randomUUID());
  const data = good.data as object;
  const bad = { ...good, data: { ...data, responseId: 'Anna Schmidt' } };
  await expect(bench.append(bad)).rejects.toThrow(
    /^The data of attune.scoring.score-withdrawn.v1 .*responseId$/,
  );
  await bench.append({ ...good, data: { ...data, name: 'Anna Schmidt' } });
  const [message] = await eventually(
    () => on(key),
    ({ length }) => length > 0,
  );
  expect(Object.keys(JSON.parse(message?.value ?? '') as object).sort()).toEqual(Object.keys(data).sort());
  await expect(bench.append({ ...good, key: randomUUID() })).rejects.toThrow('key of');
  await expect(bench.append({ ...good, type: 'attune.scoring.unheard-of.v1' })).rejects.toThrow(
    'no contract',
  );
});

test('the message is a CloudEvent that the npm binding reads', async () => {
  const key = randomUUID();
  const event = withdrawn(key, randomUUID());
  await bench.append(event);
  const [message] = await eventually(
    () => on(key),
    ({ length }) => length > 0,
  );
  const { headers, value } = message as WireMessage;
  const read = Kafka.toEvent({ key, value, headers, body: value } as never) as unknown as Record<
    string,
    unknown
  >;
  expect(read).toMatchObject({
    ...{ specversion: '1.0', type: event.type, source: '/attune/scoring', subject: event.subject },
    ...{
      dataschema: event.dataschema,
      datacontenttype: 'application/json',
      partitionkey: key,
      data: event.data,
    },
    ...{ sequence: '00000000000000000001', time: event.time.toISOString() },
  });
  expect(headers.ce_id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  expect(Number.isNaN(Date.parse(headers.ce_origintime ?? ''))).toBe(false);
  expect(contractOf(String(read.type))?.schema.safeParse(read.data).success).toBe(true);
});

test('thousands appended at once, to many keys, are numbered without a gap and in the order given', async () => {
  const keys = Array.from({ length: 40 }, () => randomUUID());
  const events: EventToAppend[] = Array.from({ length: 4_000 }, (_, i) =>
    withdrawn(keys[(i * 7) % 40] ?? '', randomUUID()),
  );
  const began = performance.now();
  await bench.append(...events);
  const took = performance.now() - began;
  await untilEmpty();
  await eventually(
    () => keys.map((key) => on(key).length),
    (counts) => counts.every((count) => count === 100),
  );
  for (const key of keys) {
    expect(on(key).map(sequenceOf)).toEqual(upTo(100));
    const given = events.filter((event) => event.key === key).map(({ subject }) => subject);
    expect(on(key).map(({ headers }) => headers.ce_subject)).toEqual(given);
  }
  process.stdout.write(`bulk append of 4000: ${took.toFixed(0)} ms\n`);
});

test('writers that meet at the same keys, with others between, leave no gap', async () => {
  const keys = upTo(5).map(() => randomUUID());
  const writer = async (turn: number) => {
    for (let i = 0; i < 20; i += 1) {
      const mine = [...keys].sort(() => Math.random() - 0.5).slice(0, 3);
      await bench
        .write(async (tx) => {
          append(tx, ...mine.map((key) => withdrawn(key, randomUUID())));
          if ((i + turn) % 7 === 0) throw new Error('rolled back');
        })
        .catch((error: Error) => {
          if (error.message !== 'rolled back') throw error;
        });
    }
  };
  await Promise.all(upTo(8).map(writer));
  await untilEmpty();
  const counters = await bench.database.query<{ key: string; last: number }>(
    'SELECT key, last::int FROM outbox_key WHERE key = ANY ($1)',
    [keys],
  );
  for (const { key, last } of counters) {
    await eventually(
      () => on(key),
      ({ length }) => length >= last,
    );
    expect(on(key).map(sequenceOf)).toEqual(upTo(last));
  }
});

test('the api role may append, and see or change nothing of it', async () => {
  const key = randomUUID();
  const person = { id: randomUUID(), roles: [] };
  const database = bench.app.get(Database);
  await database.asPerson(person, (tx) => append(tx, withdrawn(key, randomUUID())));
  await eventually(
    () => on(key),
    ({ length }) => length === 1,
  );
  for (const statement of [
    'SELECT data FROM outbox',
    'DELETE FROM outbox',
    'SELECT value FROM parked_event',
    'SELECT * FROM inbox',
  ]) {
    await expect(database.asPerson(person, (tx) => tx.query(statement))).rejects.toThrow('permission denied');
  }
});
