import { expect, it } from '@jest/globals';
import { dropOff } from './drop-off.ts';

const item = (linkId: string, left: number | null) => ({
  ...{ version: '1.0.0', linkId, timed: null, halfWithinSeconds: null, nineTenthsWithinSeconds: null, left },
});

it('the item after which most forms were left stands out, and none where none was left or too little is known', () => {
  expect(dropOff([item('a', 1), item('b', 7), item('c', null)])?.linkId).toBe('b');
  expect(dropOff([item('a', 0), item('b', null)])).toBeNull();
});
