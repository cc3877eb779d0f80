import { expect, test } from '@jest/globals';
import type { Answer } from './answer.ts';
import { checkAnswers, checkDraft, countedAnswers } from './check-answers.ts';
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
const limited = [
  item('short', { kind: 'text', limits: { shortest: 2, longest: 5 } }),
  item('day', { kind: 'date', limits: { earliest: '2026-11-01', latest: '2026-11-30' } }),
  item('moment', { kind: 'date-time', limits: { latest: '2026-11-23T10:00:00Z' } }),
  item('clock', { kind: 'time', limits: { earliest: '08:00:00' } }),
  item('boxes', { options, several: true, other: true, limits: { fewest: 2, most: 3 } }),
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

test.each<[string, Answer, string]>([
  ['words that are too short', { linkId: 'short', value: null, text: 'x' }, 'text'],
  ['words that are too long', { linkId: 'short', value: null, text: 'so it is' }, 'text'],
  ['a day before the first', { linkId: 'day', value: null, text: '2026-10-31' }, 'text'],
  ['a month after the last day', { linkId: 'day', value: null, text: '2026-12' }, 'text'],
  [
    'an instant after the last in another zone',
    { linkId: 'moment', value: null, text: '2026-11-23T10:30:00+00:15' },
    'text',
  ],
  ['a time before the first', { linkId: 'clock', value: null, text: '07:59' }, 'text'],
  ['fewer boxes than are asked for', { linkId: 'boxes', value: null, values: [1] }, 'values'],
  [
    'only words of one’s own where two are asked for',
    { linkId: 'boxes', value: null, text: 'Neither' },
    'values',
  ],
  [
    'more than may be ticked',
    { linkId: 'boxes', value: null, values: [1, 2, 3], text: 'And this' },
    'values',
  ],
])('%s is refused, and said where', (_, answer, part) => {
  const { mismatches } = checkAnswers({ items: limited, scales: [] }, [answer]);
  expect(mismatches?.map(({ pointer }) => pointer)).toEqual([`/answers/0/${part}`]);
  expect(mismatches?.[0]?.detail).toMatch(/at (least|most)|not (before|after)/);
});

test.each<[string, Answer]>([
  ['words of a length in between', { linkId: 'short', value: null, text: 'hello' }],
  ['the first day', { linkId: 'day', value: null, text: '2026-11-01' }],
  ['the month of the bounds', { linkId: 'day', value: null, text: '2026-11' }],
  ['the last instant in another zone', { linkId: 'moment', value: null, text: '2026-11-23T11:00:00+01:00' }],
  ['the first time', { linkId: 'clock', value: null, text: '08:00' }],
  ['two boxes', { linkId: 'boxes', value: null, values: [1, 3] }],
  ['a box and words', { linkId: 'boxes', value: null, values: [1], text: 'And this' }],
])('%s keep to the limits', (_, answer) => {
  expect(checkAnswers({ items: limited, scales: [] }, [answer]).mismatches).toBeUndefined();
});

test('an item with limits may be left open, and half of its boxes may be ticked on the way', () => {
  const half = { linkId: 'boxes', value: null, values: [1] };
  expect(checkDraft({ items: limited }, [half]).mismatches).toEqual([]);
  const other = { linkId: 'short', value: null, text: 'yes' };
  expect(checkAnswers({ items: limited, scales: [] }, [other]).mismatches).toBeUndefined();
});
