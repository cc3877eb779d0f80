import { expect, it } from '@jest/globals';
import { cusum, ewma, fallSinceLast, ownBaseline } from '../index.ts';
import { InvalidOption } from './invalid-option.error.ts';

const scores = [40, 41, 42];

/** What a caller is told who gives an option out of its range: which one, and what it takes. */
it.each<[string, () => unknown, string]>([
  ['cusum target', () => cusum(scores, { target: Number.NaN, sd: 1 }), 'target: a finite number'],
  ['cusum sd', () => cusum(scores, { target: 40, sd: 0 }), 'sd: more than 0'],
  ['cusum k', () => cusum(scores, { target: 40, sd: 1, k: -0.1 }), 'k: 0 or more'],
  ['cusum h', () => cusum(scores, { target: 40, sd: 1, h: 0 }), 'h: more than 0'],
  ['ewma sd', () => ewma(scores, { target: 40, sd: 0 }), 'sd: more than 0'],
  ['ewma sigmas', () => ewma(scores, { target: 40, sd: 1, sigmas: 0 }), 'sigmas: more than 0'],
  ['own baseline sds', () => ownBaseline(scores, { sds: 0 }), 'sds: more than 0'],
  ['own baseline minimum', () => ownBaseline(scores, { minimum: 1 }), 'minimum: a whole number, 2 or more'],
  ['own baseline floor', () => ownBaseline(scores, { floor: -1 }), 'floor: 0 or more'],
  ['scores', () => fallSinceLast([1, Number.POSITIVE_INFINITY], { by: 1 }), 'scores/1: give finite numbers'],
])('%s', (_, run, message) => {
  expect(run).toThrow(message);
  expect(run).toThrow(InvalidOption);
});

it('allows what lies at the edge of a range', () => {
  expect(cusum(scores, { target: 40, sd: 1, k: 0 }).outcome).toBe('computed');
  expect(ownBaseline(scores, { minimum: 2, floor: 0 }).outcome).toBe('computed');
});

it('a cumulative sum signals where it exceeds the interval, not where it reaches it', () => {
  const options = { target: 0, sd: 2, k: 0.5, h: 2 };
  const along = (values: number[]) => {
    const found = cusum(values, options);
    return found.outcome === 'computed' ? found.signals : [];
  };
  expect(along([5])).toEqual([]);
  expect(along([5.5])).toEqual([{ index: 0, side: 'above', value: 4.5 }]);
  expect(along([-5])).toEqual([]);
  expect(along([-5.5])).toEqual([{ index: 0, side: 'below', value: 4.5 }]);
});
