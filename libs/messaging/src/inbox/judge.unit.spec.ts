import { expect, test } from '@jest/globals';
import { isSparse, judge, type Step } from './judge.ts';

const standing = (last: bigint, parked: readonly bigint[] = [], sparse = false) => ({ last, parked, sparse });

test.each<[string, ReturnType<typeof standing>, bigint, Step]>([
  ['the first of a key', standing(0n), 1n, 'apply'],
  ['the next', standing(4n), 5n, 'apply'],
  ['the last once more', standing(4n), 4n, 'duplicate'],
  ['an old one', standing(4n), 1n, 'duplicate'],
  ['one that skips a number', standing(4n), 6n, 'gap'],
  ['a first one that is not number 1', standing(0n), 2n, 'gap'],
  ['one that is parked, once more', standing(4n, [6n, 7n]), 7n, 'duplicate'],
  ['one after those that are parked', standing(4n, [5n]), 6n, 'behind'],
  ['a later gap behind one that is parked', standing(4n, [5n]), 9n, 'behind'],
  ['the number that was missing', standing(4n, [6n, 7n]), 5n, 'apply-and-redrive'],
  ['one of two that were missing, the later first', standing(4n, [7n]), 6n, 'behind'],
  ['a skip where compaction removes old numbers', standing(4n, [], true), 9n, 'apply'],
  ['a first one where compaction has been at work', standing(0n, [], true), 9n, 'apply'],
  ['an old one where compaction removes numbers', standing(9n, [], true), 9n, 'duplicate'],
  ['a later one behind a parked one, compacted', standing(4n, [5n], true), 9n, 'behind'],
])('%s', (_what, where, sequence, step) => {
  expect(judge(where, sequence)).toBe(step);
});

test('only compacted topics may have holes', () => {
  expect(['attune.internal.people', 'attune.public.scores', 'attune.internal.answers'].map(isSparse)).toEqual(
    [true, false, false],
  );
});
