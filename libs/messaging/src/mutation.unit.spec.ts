import { expect, test } from '@jest/globals';
import { readMutation } from './mutation.ts';

test('no guarantee is switched off unless a chaos run asks for it by name', () => {
  expect(readMutation({})).toBeUndefined();
  expect(readMutation({ ATTUNE_MUTATION: '' })).toBeUndefined();
  expect(readMutation({ ATTUNE_MUTATION: 'dedup-off', ATTUNE_CHAOS: '1' })).toBe('dedup-off');
  expect(() => readMutation({ ATTUNE_MUTATION: 'dedup-off' })).toThrow('ATTUNE_CHAOS=1');
  expect(() => readMutation({ ATTUNE_MUTATION: 'fsync-off', ATTUNE_CHAOS: '1' })).toThrow('dedup-off, ');
});
