import { expect, it } from '@jest/globals';
import { stepTo } from './step-to.ts';

it.each([
  ['ArrowLeft', 2, 1],
  ['ArrowLeft', 0, 0],
  ['ArrowRight', 2, 3],
  ['ArrowRight', 4, 4],
  ['ArrowDown', 2, 1],
  ['ArrowUp', 2, 3],
  ['Home', 2, 0],
  ['End', 2, 4],
  // From the newest, where none was chosen.
  ['ArrowLeft', null, 3],
  ['Escape', 2, null],
  ['Tab', 2, undefined],
])('%s leads from %s to %s of five', (key, from, to) => {
  expect(stepTo(key, from, 4)).toBe(to);
});
