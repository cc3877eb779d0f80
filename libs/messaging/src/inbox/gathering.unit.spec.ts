import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { Gathering, type Run } from './gathering.ts';
import type { ReceivedEvent } from './received-event.ts';

const patience = { heartbeat: () => Promise.resolve(), over: () => false };
const run = (count = 1): Run => ({
  events: Array.from({ length: count }, () => ({}) as ReceivedEvent),
  patience,
});

/** A gathering whose transactions end when the test says so. */
function gathering(lingerMs = 0) {
  const taken: { sizes: number[]; end: (done: boolean[] | Error) => void }[] = [];
  const take = (runs: readonly Run[]) =>
    new Promise<boolean[]>((resolve, reject) => {
      const end = (done: boolean[] | Error) => {
        if (done instanceof Error) reject(done);
        else resolve(done);
      };
      taken.push({ sizes: runs.map(({ events }) => events.length), end });
    });
  return { taken, gathered: new Gathering(take, lingerMs) };
}
const turn = () => sleep(1);

describe('gathering runs of several partitions', () => {
  it('takes the first at once, and what arrives meanwhile together afterwards', async () => {
    const { taken, gathered } = gathering();
    const first = gathered.add(run());
    const others = [gathered.add(run(2)), gathered.add(run(3))];
    await turn();
    expect(taken.map(({ sizes }) => sizes)).toEqual([[1]]);
    taken[0]!.end([true]);
    expect(await first).toBe(true);
    await turn();
    expect(taken.map(({ sizes }) => sizes)).toEqual([[1], [2, 3]]);
    taken[1]!.end([true, false]);
    expect(await Promise.all(others)).toEqual([true, false]);
  });

  it('tells everybody who shared a transaction that it failed, and goes on with the next', async () => {
    const { taken, gathered } = gathering();
    const first = gathered.add(run());
    const shared = [gathered.add(run()), gathered.add(run())];
    await turn();
    taken[0]!.end([true]);
    await first;
    await turn();
    const said = Promise.allSettled(shared);
    const later = gathered.add(run());
    taken[1]!.end(new Error('the database is away'));
    expect((await said).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await turn();
    taken[2]!.end([true]);
    expect(await later).toBe(true);
  });

  it('shares a transaction among at most 128 events, and gives a longer run one of its own', async () => {
    const { taken, gathered } = gathering();
    const all = [1, 100, 28, 1, 300].map((count) => gathered.add(run(count)));
    for (let next = 0; next < 4; next += 1) {
      await turn();
      taken[next]!.end(taken[next]!.sizes.map(() => true));
    }
    expect(await Promise.all(all)).toEqual([true, true, true, true, true]);
    expect(taken.map(({ sizes }) => sizes)).toEqual([[1], [100, 28], [1], [300]]);
  });

  it('lingers where nobody waits, to gather more', async () => {
    const { taken, gathered } = gathering(50);
    const both = [gathered.add(run())];
    await turn();
    both.push(gathered.add(run()));
    expect(taken).toEqual([]);
    await sleep(80);
    expect(taken.map(({ sizes }) => sizes)).toEqual([[1, 1]]);
    taken[0]!.end([true, true]);
    expect(await Promise.all(both)).toEqual([true, true]);
  });
});
