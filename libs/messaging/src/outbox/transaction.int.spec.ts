import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Transaction } from '@attune/platform';
import { append } from '../index.ts';
import { type Bench, startBench, withdrawn } from '../test-bench/bench.ts';

// The platform's transaction, under the one service that this library has for its tests.
let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
}, 60_000);
afterAll(() => bench.stop());

const insert = 'INSERT INTO effect (key, sequence, response) VALUES ($1, $2, $3)';
const effect = (key: string, sequence: number) => [key, sequence, randomUUID()];
const broken = (tx: Transaction) => tx.send('SELECT 1 / $1::int', [0]);
const divisionByZero = { code: '22012' };

it('does what is sent in the order given, before what is asked next', async () => {
  const key = randomUUID();
  const seen = await bench.write((tx) => {
    for (const sequence of [1, 2, 3]) tx.send(insert, effect(key, sequence));
    return tx.query('SELECT sequence::int FROM effect WHERE key = $1 ORDER BY number', [key]);
  });
  expect(seen).toEqual([{ sequence: 1 }, { sequence: 2 }, { sequence: 3 }]);
  expect(await bench.effects(key)).toHaveLength(3);
});

it('fails as a whole, with the error of the statement, when one that was only sent fails', async () => {
  const key = randomUUID();
  const written = bench.write((tx) => {
    tx.send(insert, effect(key, 1));
    broken(tx);
  });
  await expect(written).rejects.toMatchObject(divisionByZero);
  expect(await bench.effects(key)).toEqual([]);
});

it('answers what is asked after a failure with that failure, not with its echo', async () => {
  const asked = bench.write((tx) => {
    broken(tx);
    return tx.query('SELECT 1');
  });
  await expect(asked).rejects.toMatchObject(divisionByZero);
});

it('cannot be committed by one who swallows the failure', async () => {
  const key = randomUUID();
  const written = bench.write(async (tx) => {
    tx.send(insert, effect(key, 1));
    await tx.query('SELECT 1 / $1::int', [0]).catch(() => undefined);
  });
  await expect(written).rejects.toMatchObject(divisionByZero);
  expect(await bench.effects(key)).toEqual([]);
});

it('is undone by what goes wrong just before the commit, and then tells nobody', async () => {
  const key = randomUUID();
  let told = false;
  const written = bench.write((tx) => {
    tx.send(insert, effect(key, 1));
    tx.afterCommit(() => (told = true));
    tx.beforeCommit(() => Promise.reject(new Error('changed its mind')));
  });
  await expect(written).rejects.toThrow('changed its mind');
  expect([told, await bench.effects(key)]).toEqual([false, []]);
});

it('stays committed whatever goes wrong with those who follow, and tells the rest of them', async () => {
  const key = randomUUID();
  let told = false;
  await bench.write((tx) => {
    tx.send(insert, effect(key, 1));
    tx.afterCommit(() => {
      throw new Error('stumbled');
    });
    tx.afterCommit(() => (told = true));
  });
  expect([told, (await bench.effects(key)).length]).toEqual([true, 1]);
});

it('takes events that are appended as late as just before its commit', async () => {
  const [key, late] = [randomUUID(), randomUUID()];
  await bench.write((tx) => {
    append(tx, withdrawn(key, randomUUID()));
    tx.beforeCommit(() => append(tx, withdrawn(late, randomUUID())));
  });
  const numbered = await bench.database.query('SELECT key, last::int FROM outbox_key WHERE key = ANY ($1)', [
    [key, late],
  ]);
  expect(numbered).toHaveLength(2);
});

it('leaves a sound connection behind, whatever became of it', async () => {
  const key = randomUUID();
  const writes = Array.from({ length: 60 }, (_, i) =>
    bench.write((tx) => {
      tx.send(insert, effect(key, i));
      if (i % 3 === 0) broken(tx);
    }),
  );
  const outcomes = await Promise.allSettled(writes);
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(20);
  expect(await bench.effects(key)).toHaveLength(40);
});
