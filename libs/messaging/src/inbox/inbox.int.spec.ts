import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { PrerequisiteMissing } from '../index.ts';
import { arrived, type Bench, scores, startBench, withdrawn } from '../test-bench/bench.ts';
import { eventually } from '@attune/testing';

jest.setTimeout(30_000);
let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
}, 60_000);
afterAll(() => bench.stop(), 60_000);

/** A key of its own for a test, with events that can be told apart. */
function line(length: number) {
  const key = randomUUID();
  const ids = Array.from({ length }, () => randomUUID());
  const events = ids.map((id) => withdrawn(key, id));
  return { key, ids, events, numbered: events.map((event, i) => [event, i + 1] as const) };
}
const untilEffects = (key: string, count: number) =>
  eventually(
    () => bench.effects(key),
    ({ length }) => length >= count,
  );
const untilParked = (key: string, count: number) =>
  eventually(
    () => bench.parked(key),
    ({ length }) => length === count,
  );
const numbers = (of: readonly { sequence: number }[]) => of.map(({ sequence }) => sequence);
const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1);

test('what is appended arrives once and in order', async () => {
  const { key, ids, events } = line(40);
  for (const event of events) await bench.append(event);
  const effects = await untilEffects(key, 40);
  expect(effects.map(({ response }) => response)).toEqual(ids);
  expect(numbers(effects)).toEqual(upTo(40));
});

test('a message that comes twice or late takes effect once', async () => {
  const { key, numbered } = line(4);
  const [one, two, three, four] = numbered as [
    (typeof numbered)[0],
    (typeof numbered)[0],
    (typeof numbered)[0],
    (typeof numbered)[0],
  ];
  await bench.wire.send(one, one, two, one, three, two, three);
  await bench.wire.send(two);
  await bench.wire.send(four, one);
  expect(numbers(await untilEffects(key, 4))).toEqual(upTo(4));
  expect(await bench.parked(key)).toEqual([]);
});

test('a number that is missing parks its key with all that follows, and one that fills the gap sets it going', async () => {
  const { key, ids, numbered } = line(5);
  const letters = await bench.wire.read('attune.internal.dead-letters');
  await bench.wire.send(...numbered.filter((_, i) => i !== 1));
  const parked = await untilParked(key, 3);
  expect(parked.map(({ sequence, kind }) => [sequence, kind])).toEqual([
    [3, 'gap'],
    [4, 'behind'],
    [5, 'behind'],
  ]);
  expect(numbers(await bench.effects(key))).toEqual([1]);
  // One letter for the key, without the data.
  const [letter] = await eventually(
    () => letters.filter(({ value }) => value?.includes(key)),
    ({ length }) => length > 0,
  );
  expect(JSON.parse(letter?.value ?? '')).toMatchObject({
    key,
    sequence: 3,
    kind: 'gap',
    service: 'scoring',
  });
  expect(letter?.value).not.toContain(ids[2]);

  await bench.wire.send(...numbered.slice(1, 2));
  expect(numbers(await untilEffects(key, 5))).toEqual(upTo(5));
  await untilParked(key, 0);
  // And the key is as good as new.
  await bench.wire.send([withdrawn(key, randomUUID()), 6]);
  await untilEffects(key, 6);
  expect(letters.filter(({ value }) => value?.includes(key))).toHaveLength(1);
});

test('poison is parked with its followers behind it while other keys go on', async () => {
  const { key, ids, events } = line(3);
  const other = line(1);
  bench.twists.set(ids[0] ?? '', () => {
    throw new TypeError('Anna Schmidt cannot be undefined');
  });
  await bench.append(...events, ...other.events);
  const parked = await untilParked(key, 3);
  expect(parked.map(({ kind, reason }) => [kind, reason])).toEqual([
    ['poison', 'type-error'],
    ['behind', expect.any(String)],
    ['behind', expect.any(String)],
  ]);
  await untilEffects(other.key, 1);
  // What the handler had written before it failed is gone with its transaction.
  expect(await bench.effects(key)).toEqual([]);
});

test('data that breaks its contract, or is no JSON, is poison at its own place', async () => {
  const { key, events } = line(1);
  const [event] = events as [(typeof events)[0]];
  const broken = { ...bench.wire.message(event, 1), value: '{"responseId":"Anna"}' };
  const garbage = { ...bench.wire.message(event, 2), value: '{"Anna": ' };
  await bench.wire.raw(scores, broken, garbage, bench.wire.message(event, 3));
  const parked = await untilParked(key, 3);
  expect(parked.map(({ kind }) => kind)).toEqual(['poison', 'behind', 'behind']);
  expect(JSON.stringify(parked)).not.toContain('Anna');
});

test('an event that misses something waits, and goes on when that arrives', async () => {
  const { key, ids, events } = line(3);
  const thing = randomUUID();
  let known = false;
  bench.twists.set(ids[1] ?? '', () => {
    if (!known) throw new PrerequisiteMissing('thing', thing);
  });
  await bench.append(...events);
  const parked = await untilParked(key, 2);
  expect(parked.map(({ kind, reason }) => [kind, reason])).toEqual([
    ['prerequisite', 'thing-not-known'],
    ['behind', expect.any(String)],
  ]);
  known = true;
  await bench.append(arrived(randomUUID(), thing));
  expect(numbers(await untilEffects(key, 3))).toEqual([1, 2, 3]);
  await untilParked(key, 0);
});

test('a thing that became known without a word is noticed all the same', async () => {
  const { key, ids, events } = line(1);
  let known = false;
  bench.twists.set(ids[0] ?? '', () => {
    if (!known) throw new PrerequisiteMissing('thing', randomUUID());
  });
  await bench.append(...events);
  await untilParked(key, 1);
  known = true;
  await untilEffects(key, 1);
  await untilParked(key, 0);
});

test('keys that a dying process left ready to go on are found again', async () => {
  const { key, numbered } = line(3);
  await bench.wire.send(...numbered.slice(1));
  await untilParked(key, 2);
  // As if number 1 had been taken in by a process that died before it could drive on what waited.
  await bench.database.query("UPDATE inbox SET last = 1 WHERE key = $1 AND topic = 'attune.public.scores'", [
    key,
  ]);
  expect(numbers(await untilEffects(key, 2))).toEqual([2, 3]);
  await untilParked(key, 0);
});

test('two writers that meet are tried again instead of parked', async () => {
  const { key, ids, events } = line(1);
  let attempts = 0;
  bench.twists.set(ids[0] ?? '', () => {
    attempts += 1;
    if (attempts < 4) throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
  });
  await bench.append(...events);
  await untilEffects(key, 1);
  expect(await bench.parked(key)).toEqual([]);
});

test('a type that nobody here follows is passed over, and its number counts', async () => {
  const { key, events } = line(3);
  const [one, two, three] = events.map((event, i) => bench.wire.message(event, i + 1));
  const strange = { ...two, headers: { ...two?.headers, ce_type: 'attune.scoring.score-admired.v1' } };
  await bench.wire.raw(scores, one as never, strange as never, three as never);
  expect(numbers(await untilEffects(key, 2))).toEqual([1, 3]);
  expect(await bench.parked(key)).toEqual([]);
});

test('messages that are no events of ours are put aside and block nothing', async () => {
  const { key, numbered, events } = line(2);
  const [event] = events as [(typeof events)[0]];
  const sound = bench.wire.message(event, 1);
  const before = await bench.database.query('SELECT 1 FROM parked_event WHERE reason <> $1', ['x']);
  const strange = [
    { key: null, value: 'hello' },
    { ...sound, headers: {} },
    { ...sound, headers: { ...sound.headers, ce_sequence: '99999999999999999999' } },
    { ...sound, headers: { ...sound.headers, ce_sequence: '0' } },
    { ...sound, key: 'k'.repeat(2_000) },
    { ...sound, headers: { ...sound.headers, ce_type: 't'.repeat(2_000), ce_specversion: '0.3' } },
    {
      ...sound,
      value: Buffer.from([0, 255, 0]),
      headers: { ...sound.headers, ce_id: '\u0000', ce_specversion: '' },
    },
    { ...sound, value: null, headers: { 'x\u0000': 'y\u0000' } },
  ];
  await bench.wire.raw(scores, ...strange);
  await bench.wire.send(...numbered);
  expect(numbers(await untilEffects(key, 2))).toEqual([1, 2]);
  await eventually(
    () => bench.database.query('SELECT 1 FROM parked_event WHERE key LIKE $1', [`${scores}-%`]),
    ({ length }) => length === strange.length,
  );
  expect(before.length).toBeGreaterThan(0);
});

test('a database that goes away costs nothing but time', async () => {
  const { key, ids, events } = line(6);
  const hangUp =
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'scoring_worker' AND datname = current_database()";
  let times = 0;
  bench.twists.set(ids[2] ?? '', async () => {
    times += 1;
    if (times < 4) await bench.database.query(hangUp);
  });
  await bench.append(...events);
  expect(numbers(await untilEffects(key, 6))).toEqual(upTo(6));
  expect(await bench.parked(key)).toEqual([]);
  expect(times).toBeGreaterThanOrEqual(4);
});
