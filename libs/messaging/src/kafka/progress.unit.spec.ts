import { beforeEach, describe, expect, it } from '@jest/globals';
import { Progress } from './progress.ts';

let at: number;
let progress: Progress;
beforeEach(() => {
  at = 1_000;
  progress = new Progress(() => at);
});
const answer = (node: number, batches: number, when: number) => {
  at = when;
  progress.answered(node, batches);
};
const ask = (node: number, when = at) => {
  at = when;
  progress.asks(node);
};

describe('up to when events are in effect', () => {
  it('is not known before the first answer', () => {
    ask(1);
    expect(progress.upTo).toBeNull();
  });

  it('goes on with every answer that has nothing new: a quiet clinic is not an old one', () => {
    ask(1);
    answer(1, 0, 2_000);
    ask(1);
    answer(1, 0, 3_000);
    expect(progress.upTo).toBe(3_000);
  });

  it('stays where it was while the broker does not answer', () => {
    ask(1);
    answer(1, 0, 2_000);
    ask(1);
    at = 90_000;
    expect(progress.upTo).toBe(2_000);
  });

  it('comes to an answer only when all that it brought is in effect', () => {
    ask(1);
    answer(1, 0, 2_000);
    ask(1);
    answer(1, 1, 3_000);
    progress.begins('scores/0', 2_900);
    expect(progress.upTo).toBe(2_000);
    progress.ends('scores/0');
    ask(1, 3_100);
    expect(progress.upTo).toBe(3_000);
  });

  it('is as old as the partition that is furthest behind', () => {
    ask(1);
    answer(1, 2, 9_000);
    progress.begins('scores/0', 4_000);
    progress.begins('alerts/0', 8_000);
    progress.comes('scores/0', 5_000);
    progress.ends('alerts/0');
    ask(1);
    expect(progress.upTo).toBe(5_000);
  });

  it('waits for every broker', () => {
    ask(1);
    ask(2);
    answer(1, 0, 2_000);
    expect(progress.upTo).toBeNull();
    answer(2, 0, 2_500);
    ask(1);
    answer(1, 0, 3_000);
    expect(progress.upTo).toBe(2_500);
  });

  it('forgets a broker that is asked no more', () => {
    ask(1);
    ask(2);
    answer(1, 0, 2_000);
    answer(2, 0, 2_000);
    ask(1, 63_000);
    answer(1, 0, 64_000);
    expect(progress.upTo).toBe(64_000);
  });

  it('claims nothing of partitions that are new to it, whatever it had left undone of others', () => {
    ask(1);
    answer(1, 1, 2_000);
    progress.begins('scores/0', 1_500);
    ask(1);
    progress.assigned();
    ask(1, 7_000);
    expect(progress.upTo).toBe(1_500);
    progress.comes('scores/0', 1_600);
    answer(1, 0, 8_000);
    expect(progress.upTo).toBe(8_000);
  });
});
