import { expect, test } from '@jest/globals';
import { givenIn, partsOf, toSubmission } from './answers.ts';

test('an item without an answer is sent as null, and zero is an answer', () => {
  expect(toSubmission([{ linkId: 'a' }, { linkId: 'b' }], { a: 0 })).toEqual([
    { linkId: 'a', value: 0 },
    { linkId: 'b', value: null },
  ]);
});

test.each([[0], ['words'], [[1, 2]], [[1, 'own words']]])('%j comes back from its parts', (given) => {
  const several = typeof given === 'object';
  expect(givenIn({ several }, { value: null, ...partsOf(given) })).toEqual(given);
});

test('an answer that was taken back is none', () => {
  expect(givenIn({}, { value: null })).toBeNull();
  expect(givenIn({ several: true }, { value: null })).toBeNull();
});
