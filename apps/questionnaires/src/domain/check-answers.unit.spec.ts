import { expect, test } from '@jest/globals';
import { checkAnswers } from './check-answers.ts';

const options = [0, 1, 3].map((value) => ({ value, label: String(value) }));
const items = ['a', 'b'].map((linkId) => ({ linkId, text: linkId, reversed: false, options }));

test('answers that fit come back in the order of the instrument, with those left out as left open', () => {
  expect(checkAnswers({ items }, [{ linkId: 'b', value: 3 }])).toEqual({
    answers: [
      { linkId: 'a', value: null },
      { linkId: 'b', value: 3 },
    ],
  });
});

test('every mismatch is named by its place, without what was sent', () => {
  const given = [
    { linkId: 'a', value: 2 },
    { linkId: 'a', value: 1 },
    { linkId: 'zzz', value: 1 },
  ];
  const { mismatches } = checkAnswers({ items }, given, '/x');
  expect(mismatches?.map(({ pointer }) => pointer)).toEqual(['/x/0/value', '/x/1/linkId', '/x/2/linkId']);
  expect(JSON.stringify(mismatches)).not.toContain('zzz');
});

test.each([[[]], [[{ linkId: 'a', value: null }]]])('a response without any answer is none: %j', (given) => {
  expect(checkAnswers({ items }, given).mismatches).toEqual([
    { pointer: '/answers', detail: 'Answer at least one item.' },
  ]);
});
