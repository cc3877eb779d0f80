import { expect, it } from '@jest/globals';
import { Stopwatch } from './pacing.ts';

it('counts while the page is looked at, from one item to the next', () => {
  let now = 0;
  const watch = new Stopwatch(() => now);
  now = 4_000;
  expect(watch.lap()).toBe(4);
  now = 6_000;
  watch.show(false);
  now = 900_000;
  watch.show(true);
  now = 901_000;
  expect(watch.lap()).toBe(3);
  now = 9_999_000;
  expect(watch.lap()).toBe(3_600);
});
