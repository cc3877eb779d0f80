import { beforeAll, expect, it } from '@jest/globals';
import { answersSubmitted, headers as names, toSequence } from '@attune/contracts';
import kafkajs from 'kafkajs';
import { call, until } from './platform/api.ts';
import type { PlatformInUse } from './platform/running-platform.ts';
import { sharedPlatform } from './platform/shared-platform.ts';
import { brokerAs } from './platform/topics.ts';

let platform: PlatformInUse;
/** Of nobody: what is parked under it stands in no client's way. */
const key = crypto.randomUUID();

interface Letter {
  readonly id: string;
  readonly kind: string;
  readonly sequence: number;
  readonly attempts: number;
  readonly value?: string | null;
}

beforeAll(async () => {
  platform = await sharedPlatform();
  await send(1);
  await send(2);
}, 360_000);

/** A sound envelope around what nobody can read. */
async function send(sequence: number): Promise<void> {
  const { type, topic, source, dataschema } = answersSubmitted;
  const headers = {
    ...{ [names.specversion]: '1.0', [names.id]: crypto.randomUUID(), [names.type]: type },
    ...{ [names.source]: source, [names.subject]: key, [names.time]: new Date().toISOString() },
    ...{ [names.dataschema]: dataschema, [names.partitionkey]: key, [names.sequence]: toSequence(sequence) },
    [names.contentType]: 'application/json',
  };
  const producer = brokerAs(platform, 'attune-admin').producer({
    createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  await producer.send({ topic, messages: [{ key, value: `{"number": ${sequence}, `, headers }] });
  await producer.disconnect();
}

/** What `list` prints: one JSON object after another. */
async function listed(): Promise<Letter[]> {
  const text = await platform.attune('dead-letters', 'list', 'scoring');
  const objects = text.includes('{') ? text.trim().split(/\n(?=\{)/) : [];
  return objects.filter((each) => each.includes(key)).map((each) => JSON.parse(each) as Letter);
}

it('a poison message is listed, shown, tried again, and left out for a reason; then it is the next one’s turn', async () => {
  const [first] = await until(async () => {
    const letters = await listed();
    return letters.length === 2 && letters;
  });
  expect(first).toMatchObject({ service: 'scoring', kind: 'poison', sequence: 1 });
  const id = (first as Letter).id;

  const shown = async (...wish: string[]) =>
    (JSON.parse(await platform.attune('dead-letters', 'show', id, ...wish)) as Letter).value;
  expect([await shown(), await shown('--value')]).toEqual([null, '{"number": 1, ']);

  expect(await platform.attune('dead-letters', 'retry', id)).toBe(`scoring: tries ${id}\n`);
  const again = (await listed()).find((letter) => letter.id === id);
  expect(again?.attempts).toBeGreaterThan((first as Letter).attempts);

  await expect(platform.attune('dead-letters', 'skip', id)).rejects.toMatchObject({
    stderr: expect.stringContaining("required option '--reason <text>' not specified"),
  });
  expect(await listed()).toHaveLength(2);

  const skip = (letter: string) =>
    platform.attune('dead-letters', 'skip', letter, '--reason', 'nobody can read it');
  expect(await skip(id)).toBe(`scoring: skips ${id}\n`);
  const rest = await listed();
  expect(rest.map(({ sequence }) => sequence)).toEqual([2]);
  await skip((rest[0] as Letter).id);
  expect(await listed()).toEqual([]);
  await expect(skip(id)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('No service has parked'),
  });
}, 120_000);

it('nobody but an administrator sees them', async () => {
  const url = `${platform.origin}/api/scoring/dead-letters`;
  expect((await call(url, { token: await platform.token('admin') })).status).toBe(200);
  for (const person of ['therapist', 'operations', 'lead', 'integrator']) {
    expect([person, (await call(url, { token: await platform.token(person) })).status]).toEqual([
      person,
      403,
    ]);
  }
}, 60_000);
