import { expect, test } from '@jest/globals';
import { checkAnswers } from './check-answers.ts';

const options = [0, 1, 3].map((value) => ({ value, label: String(value) }));
const items = ['a', 'b'].map((linkId) => ({ linkId, text: linkId, reversed: false, options }));

test('answers that fit come back in the order of the instrument, with those left out as left open', () => {
  expect(checkAnswers({ items, scales: [] }, [{ linkId: 'b', value: 3 }])).toEqual({
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
  const { mismatches } = checkAnswers({ items, scales: [] }, given, '/x');
  expect(mismatches?.map(({ pointer }) => pointer)).toEqual(['/x/0/value', '/x/1/linkId', '/x/2/linkId']);
  expect(JSON.stringify(mismatches)).not.toContain('zzz');
});

test.each([[[]], [[{ linkId: 'a', value: null }]]])('a response without any answer is none: %j', (given) => {
  expect(checkAnswers({ items, scales: [] }, given).mismatches).toEqual([
    { pointer: '/answers', detail: 'Answer at least one item.' },
  ]);
});

test('a line takes any of its steps and nothing beside or beyond them', () => {
  const range = { min: 0, max: 10, step: 0.1, minLabel: 'low', maxLabel: 'high' };
  const line = { linkId: 'line', text: 'line', reversed: false, options: [], range };
  const fits = (value: number) =>
    checkAnswers({ items: [line], scales: [] }, [{ linkId: 'line', value }]).mismatches === undefined;
  expect([0, 0.1, 3.3, 9.7, 10].map(fits)).toEqual([true, true, true, true, true]);
  expect([-0.1, 10.1, 3.35].map(fits)).toEqual([false, false, false]);
});

test('a scale that refuses missing items refuses the response', () => {
  const scale = {
    code: 's',
    title: 's',
    method: 'sum',
    min: 0,
    max: 6,
    bands: [],
    higherIsBetter: true,
  } as const;
  const scales = [{ ...scale, items: ['a', 'b'], missing: { rule: 'refuse' } as const }];
  expect(checkAnswers({ items, scales }, [{ linkId: 'a', value: 1 }]).mismatches).toEqual([
    { pointer: '/answers', detail: 'Answer item b: none may be left open.' },
  ]);
  const all = [
    { linkId: 'a', value: 1 },
    { linkId: 'b', value: 0 },
  ];
  expect(checkAnswers({ items, scales }, all).mismatches).toBeUndefined();
});
