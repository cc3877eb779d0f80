import { beforeEach, describe, expect, it } from '@jest/globals';
import { Progress } from './progress.ts';

let at: number;
let progress: Progress;
beforeEach(() => {
  at = 1_000;
  progress = new Progress(() => at);
});
/** The broker was asked a second ago. */
const answer = (when: number, broker = 'one', asked = when - 1_000) => {
  at = when;
  progress.answered(broker, asked);
};

describe('up to when events are in effect', () => {
  it('is not known before the second answer', () => {
    expect(progress.upTo).toBeNull();
    answer(2_000);
    expect(progress.upTo).toBeNull();
  });

  it('goes on with every answer, also where nothing is new: a quiet clinic is not an old one', () => {
    answer(2_000);
    answer(3_000);
    answer(4_000);
    expect(progress.upTo).toBe(3_000);
  });

  it('stays where it was while the broker does not answer', () => {
    answer(2_000);
    answer(3_000);
    at = 90_000;
    expect(progress.upTo).toBe(2_000);
  });

  it('is as old as the partition that is furthest behind', () => {
    answer(9_000);
    progress.begins('scores/0', 4_000);
    progress.begins('alerts/0', 8_000);
    progress.comes('scores/0', 5_000);
    progress.ends('alerts/0');
    answer(10_000);
    expect(progress.upTo).toBe(5_000);
    progress.ends('scores/0');
    expect(progress.upTo).toBe(9_000);
  });

  it('waits for every broker', () => {
    answer(2_000, 'one');
    answer(2_500, 'two');
    answer(3_000, 'one');
    expect(progress.upTo).toBeNull();
    answer(3_500, 'two');
    expect(progress.upTo).toBe(2_000);
  });

  it('forgets a broker that is asked no more', () => {
    answer(2_000, 'one');
    answer(2_000, 'two');
    answer(63_000, 'one');
    answer(64_000, 'one');
    expect(progress.upTo).toBe(63_000);
  });

  it('claims nothing of partitions that are new to it, whatever it had left undone of others', () => {
    answer(2_000);
    progress.begins('scores/0', 1_500);
    answer(3_000);
    at = 5_000;
    progress.assigned();
    expect(progress.upTo).toBe(1_500);
    progress.comes('scores/0', 1_600);
    answer(5_100, 'one', 4_900);
    answer(6_200, 'one', 5_200);
    expect(progress.upTo).toBe(1_500);
    answer(7_200);
    expect(progress.upTo).toBe(6_200);
  });
});
