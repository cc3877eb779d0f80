import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { enabledItems, type Condition, type Gate, type GivenAnswer } from './enabled-items.ts';

const gate = (any: boolean, ...conditions: Condition[]): Gate => ({ any, conditions });
const when = (linkId: string, operator: Condition['operator'], answer: Condition['answer']): Condition => ({
  ...{ linkId, operator, answer },
});
const asked = (enabled: Gate[], answers: Record<string, GivenAnswer>) =>
  enabledItems([{ linkId: 'a' }, { linkId: 'b' }, { linkId: 'x', enabled }], (linkId) => answers[linkId]).has(
    'x',
  );

test.each<[Condition['operator'], Condition['answer'], GivenAnswer | undefined, boolean]>([
  ['exists', true, { value: 0 }, true],
  ['exists', true, { value: null }, false],
  ['exists', true, { text: '' }, false],
  ['exists', false, undefined, true],
  ['exists', false, { text: 'words' }, false],
  ['=', 2, { value: 2 }, true],
  ['=', 2, { value: 3 }, false],
  ['=', 2, undefined, false],
  ['=', 2, { values: [1, 2] }, true],
  ['!=', 2, { value: 3 }, true],
  ['!=', 2, { value: 2 }, false],
  ['!=', 2, undefined, true],
  ['!=', 2, { values: [2, 3] }, false],
  ['!=', 2, { values: [1, 3] }, true],
  ['>', 2, { value: 3 }, true],
  ['>', 2, { value: 2 }, false],
  ['>=', 2, { value: 2 }, true],
  ['<', 2, { value: 1 }, true],
  ['<', 2, { value: 2 }, false],
  ['<=', 2, { value: 2 }, true],
  ['=', 'so', { text: 'so' }, true],
  ['>', '2026-01-01', { text: '2026-01-02' }, true],
  ['<', '12:00:00', { text: '09:30:00' }, true],
  ['=', '2026-01-01T12:00:00+01:00', { text: '2026-01-01T11:00:00Z' }, true],
  ['>', '2026-01-01T12:00:00+01:00', { text: '2026-01-01T11:30:00Z' }, true],
  ['>', 2, { text: '3' }, false],
])('%s %p after %p: asked %p', (operator, answer, given, expected) => {
  expect(asked([gate(false, when('a', operator, answer))], given ? { a: given } : {})).toBe(expected);
});

test('all of several conditions, or any of them', () => {
  const both = [when('a', '=', 1), when('b', '=', 1)];
  const half = { a: { value: 1 }, b: { value: 0 } };
  expect(asked([gate(false, ...both)], half)).toBe(false);
  expect(asked([gate(true, ...both)], half)).toBe(true);
});

test('an item in groups is asked where the groups are', () => {
  const [outer, own] = [gate(false, when('a', '=', 1)), gate(false, when('b', '=', 1))];
  expect(asked([outer, own], { a: { value: 1 }, b: { value: 1 } })).toBe(true);
  expect(asked([outer, own], { a: { value: 0 }, b: { value: 1 } })).toBe(false);
});

test('the answer to a question that is itself not asked counts as none', () => {
  const items = [
    { linkId: 'a' },
    { linkId: 'b', enabled: [gate(false, when('a', '=', 1))] },
    { linkId: 'c', enabled: [gate(false, when('b', '=', 1))] },
  ];
  const answers: Record<string, GivenAnswer> = { a: { value: 0 }, b: { value: 1 } };
  expect([...enabledItems(items, (linkId) => answers[linkId])]).toEqual(['a']);
});

test('it comes to an end whatever hangs on what, and items without conditions are always asked', () => {
  const condition = fc.record({
    linkId: fc.constantFrom('a', 'b', 'c', 'd', 'nowhere'),
    operator: fc.constantFrom<Condition['operator']>('exists', '=', '!=', '<', '>='),
    answer: fc.oneof(fc.boolean(), fc.integer({ max: 3, min: 0 }), fc.string()),
  });
  const enabled = fc.array(
    fc.record({ any: fc.boolean(), conditions: fc.array(condition, { maxLength: 3 }) }),
    {
      maxLength: 2,
    },
  );
  const answers = fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.record({ value: fc.integer({ min: 0, max: 3 }) }),
  );
  fc.assert(
    fc.property(fc.tuple(enabled, enabled, enabled), answers, (gates, given) => {
      const items = [{ linkId: 'd' }, ...gates.map((each, n) => ({ linkId: 'abc'[n] ?? '', enabled: each }))];
      expect(enabledItems(items, (linkId) => given[linkId]).has('d')).toBe(true);
    }),
  );
});
