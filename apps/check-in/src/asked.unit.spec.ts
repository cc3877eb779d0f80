import { expect, test } from '@jest/globals';
import { toSubmission } from './answers.ts';
import type { Item } from './form.ts';
import { askedOf, startAnswers, openIn } from './asked.ts';

const item = (linkId: string, more: Partial<Item> = {}): Item => ({
  linkId,
  text: linkId,
  options: [],
  ...more,
});
const after = (linkId: string, answer: number | string) => ({
  enabled: [{ any: false, conditions: [{ linkId, operator: '=' as const, answer }] }],
});
const items = [
  item('hello', { kind: 'display' }),
  item('a'),
  item('why', { kind: 'text', ...after('a', 1) }),
  item('more', { kind: 'text', required: true, ...after('why', 'so') }),
  item('bye', { kind: 'display' }),
];
const names = (answers: Record<string, number | string>) =>
  askedOf(items, answers).map((each) => each.item.linkId);

test('a question is asked once the answers before it ask for it, and no longer when they do not', () => {
  expect(names({})).toEqual(['a']);
  expect(names({ a: 1 })).toEqual(['a', 'why']);
  expect(names({ a: 1, why: 'so' })).toEqual(['a', 'why', 'more']);
  // What hangs on an answer that is no longer asked for is not asked either.
  expect(names({ a: 0, why: 'so' })).toEqual(['a']);
});

test('words between the questions stand above the next one, the last below the rest', () => {
  expect(askedOf(items, {}).map(({ before }) => before)).toEqual([['hello', 'bye']]);
});

test('what needs an answer keeps it from being sent, but only while it is asked', () => {
  const answers = { a: 1, why: 'so' };
  expect(openIn(askedOf(items, answers), answers)).toEqual({ missing: 1, needed: 1 });
  expect(openIn(askedOf(items, {}), {})).toEqual({ missing: 1, needed: 0 });
});

test('too few ticked boxes keep it from being sent; none at all do not', () => {
  const boxes = [{ item: item('boxes', { several: true, limits: { fewest: 2 } }), before: [] }];
  expect(openIn(boxes, {})).toEqual({ missing: 1, needed: 0 });
  expect(openIn(boxes, { boxes: [1] })).toEqual({ missing: 0, needed: 1 });
  expect(openIn(boxes, { boxes: [1, 'own'] })).toEqual({ missing: 0, needed: 0 });
});

test('numbers, words and what is ticked are sent in their parts', () => {
  const given = { a: 2, b: ' words ', c: [1, 3, 'own'], d: ' ', e: [] };
  const all = ['a', 'b', 'c', 'd', 'e'].map((linkId) => ({ linkId }));
  expect(toSubmission(all, given)).toEqual([
    { linkId: 'a', value: 2 },
    { linkId: 'b', value: null, text: 'words' },
    { linkId: 'c', value: null, values: [1, 3], text: 'own' },
    { linkId: 'd', value: null },
    { linkId: 'e', value: null },
  ]);
  expect(startAnswers([item('x', { initial: 'It' }), item('y')])).toEqual({ x: 'It' });
});
