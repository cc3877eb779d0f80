import { expect, test } from '@jest/globals';
import type { Answer } from './answer.ts';
import { checkAnswers, countedAnswers } from './check-answers.ts';
import type { Item } from './instrument.ts';

const options = [1, 2, 3].map((value) => ({ value, label: String(value) }));
const item = (linkId: string, more: Partial<Item> = {}): Item => ({
  ...{ linkId, text: linkId, reversed: false, options: [], counts: false },
  ...more,
});
const items = [
  item('hello', { kind: 'display' }),
  item('words', { kind: 'text' }),
  item('number', {
    kind: 'number',
    whole: true,
    range: { min: 0, max: 9, step: 1, minLabel: '', maxLabel: '' },
  }),
  item('day', { kind: 'date' }),
  item('moment', { kind: 'date-time' }),
  item('clock', { kind: 'time' }),
  item('open', { options, other: true }),
  item('many', { options, several: true }),
  item('gated', {
    ...{ kind: 'text', required: true },
    enabled: [{ any: false, conditions: [{ linkId: 'number', operator: '>', answer: 5 }] }],
  }),
];
const check = (...answers: Answer[]) => checkAnswers({ items, scales: [] }, answers);

test.each<[string, Answer]>([
  ['words', { linkId: 'words', value: null, text: ' So it is ' }],
  ['a number', { linkId: 'number', value: 5 }],
  ['a day', { linkId: 'day', value: null, text: '2026-11-23' }],
  ['an instant', { linkId: 'moment', value: null, text: '2026-11-23T10:00:00+01:00' }],
  ['a time', { linkId: 'clock', value: null, text: '10:30' }],
  ['an option', { linkId: 'open', value: 2 }],
  ['words instead of an option', { linkId: 'open', value: null, text: 'Neither' }],
  ['several options', { linkId: 'many', value: null, values: [1, 3] }],
])('%s can be answered', (_, answer) => {
  const { answers } = { answers: undefined, ...check(answer) };
  const kept = answers?.find(({ linkId }: Answer) => linkId === answer.linkId);
  expect(kept).toEqual({ ...answer, ...(answer.text !== undefined && { text: answer.text.trim() }) });
});

test.each<[string, Answer, string]>([
  ['half a number', { linkId: 'number', value: 1.5 }, 'value'],
  ['a number beyond its range', { linkId: 'number', value: 10 }, 'value'],
  ['words for a number', { linkId: 'number', value: null, text: 'five' }, 'text'],
  ['a number for words', { linkId: 'words', value: 5 }, 'value'],
  ['a day that is none', { linkId: 'day', value: null, text: 'Monday' }, 'text'],
  ['an instant without a zone', { linkId: 'moment', value: null, text: '2026-11-23T10:00:00' }, 'text'],
  ['more words than a form takes', { linkId: 'words', value: null, text: 'x'.repeat(4_001) }, 'text'],
  ['an option and words', { linkId: 'open', value: 1, text: 'Both' }, 'text'],
  ['several of what takes one', { linkId: 'open', value: null, values: [1, 2] }, 'values'],
  ['the same option twice', { linkId: 'many', value: null, values: [1, 1] }, 'values'],
  ['one value of what takes several', { linkId: 'many', value: 1 }, 'value'],
  ['an answer to what is no question', { linkId: 'hello', value: null, text: 'Hello' }, 'linkId'],
])('%s is refused', (_, answer, part) => {
  expect(check(answer).mismatches?.map(({ pointer }) => pointer)).toEqual([`/answers/0/${part}`]);
});

test('what is not asked has no answer, whatever was sent, and is required only where it is asked', () => {
  const gated = { linkId: 'gated', value: null, text: 'Sent all the same' };
  const { answers } = { answers: [] as readonly Answer[], ...check({ linkId: 'number', value: 5 }, gated) };
  expect(answers.at(-1)).toEqual({ linkId: 'gated', value: null });
  expect(check({ linkId: 'number', value: 6 }).mismatches).toHaveLength(1);
  expect(check({ linkId: 'number', value: 6 }, gated).mismatches).toBeUndefined();
});

test('scoring gets what counts as it counts: weights, and no words', () => {
  const weighted = item('w', {
    counts: true,
    options: [
      { value: 1, label: 'a', weight: 5 },
      { value: 2, label: 'b', weight: 5 },
      { value: 3, label: 'no answer', weight: null },
    ],
  });
  const counted = (value: number | null) =>
    countedAnswers({ items: [...items, weighted] }, [
      { linkId: 'words', value: null, text: 'secret' },
      { linkId: 'w', value },
    ]);
  expect(counted(2)).toEqual([{ linkId: 'w', value: 5 }]);
  expect(counted(3)).toEqual([{ linkId: 'w', value: null }]);
  expect(counted(null)).toEqual([{ linkId: 'w', value: null }]);
});
