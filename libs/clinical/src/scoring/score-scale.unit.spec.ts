import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Scale } from '../instrument/instrument.ts';
import { answerValues } from './answer-values.ts';
import { bandOf } from './band-of.ts';
import { scoreScale, tidy } from './score-scale.ts';
import { UnscorableResponse } from './unscorable-response.error.ts';

const items = ['a', 'b', 'c', 'd'];
const scale = (change: Partial<Scale> = {}): Scale => ({
  ...{ code: 'total', items, method: 'sum', min: 0, max: 12, bands: [], higherIsBetter: false },
  missing: { rule: 'none', prorate: false },
  ...change,
});
const values = (...given: number[]) => new Map(given.map((value, index) => [items[index] ?? '', value]));
const ranges = items.map((linkId) => ({ linkId, min: 0, max: 3 }));
const score = (change: Partial<Scale>, ...given: number[]) =>
  scoreScale(scale(change), values(...given), ranges);

describe('a scale', () => {
  it.each<[string, Partial<Scale>, number[], number | null]>([
    ['sums its items', {}, [3, 2, 1, 1], 7],
    ['takes their mean', { method: 'mean' }, [3, 2, 1, 1], 1.75],
    ['is multiplied in the end', { multiplier: 2 }, [3, 2, 1, 1], 14],
    ['is nothing without an answer', { missing: { rule: 'at-most', count: 4, prorate: true } }, [], null],
    ['is nothing with an item missing', {}, [3, 2, 1], null],
    ['is no mean with an item missing where none may be', { method: 'mean' }, [3, 2, 1], null],
    [
      'is a mean of fewer where they may be',
      { method: 'mean', missing: { rule: 'at-most', count: 1, prorate: false } },
      [3, 2, 1],
      2,
    ],
    [
      'is extrapolated where it may be',
      { missing: { rule: 'at-most', count: 1, prorate: true } },
      [3, 2, 1],
      8,
    ],
    ['is never merely lower', { missing: { rule: 'at-most', count: 1, prorate: false } }, [3, 2, 1], null],
    [
      'is nothing with more missing than may be',
      { missing: { rule: 'at-most', count: 1, prorate: true } },
      [3, 2],
      null,
    ],
    [
      'is nothing where the count is not said',
      { missing: { rule: 'at-most', prorate: true } },
      [3, 2, 1],
      null,
    ],
  ])('%s', (_, change, given, expected) => {
    const found = score(change, ...given);
    expect(found).toMatchObject({
      value: expected,
      answered: given.length,
      items: 4,
      status: expected === null ? 'not-scorable' : 'scored',
    });
  });

  describe('of items with ranges of their own', () => {
    const uneven = [
      { linkId: 'a', min: 0, max: 10 },
      { linkId: 'b', min: 0, max: 2 },
      { linkId: 'c', min: 1, max: 3 },
    ];
    const some = { items: ['a', 'b', 'c'], missing: { rule: 'at-most', count: 2, prorate: true } } as const;
    const total = (given: Readonly<Record<string, number>>, method: Scale['method'] = 'sum') =>
      scoreScale(scale({ ...some, method }), new Map(Object.entries(given)), uneven).value;

    it('takes a missing one to lie as far up its range as the answered ones lie up theirs', () => {
      expect(total({ a: 10 })).toBe(15);
      expect(total({ b: 2, c: 3 })).toBe(15);
      expect(total({ b: 0, c: 1 })).toBe(1);
      expect(total({ a: 5, b: 1 })).toBe(8);
      expect(total({ a: 10 }, 'mean')).toBe(5);
    });

    it('is not scored where the answered ones could not have been anything else', () => {
      const fixed = uneven.map((item) => (item.linkId === 'b' ? { ...item, max: 0 } : item));
      expect(scoreScale(scale(some), new Map([['b', 0]]), fixed)).toMatchObject({ status: 'not-scorable' });
    });

    it('never leaves the range of the scale', () => {
      const range = fc.record({
        min: fc.integer({ min: -5, max: 5 }),
        width: fc.integer({ min: 1, max: 9 }),
      });
      const item = fc.record({ range, at: fc.option(fc.double({ min: 0, max: 1, noNaN: true })) });
      fc.assert(
        fc.property(fc.array(item, { minLength: 2, maxLength: 6 }), (drawn) => {
          const all = drawn.map(({ range: { min, width } }, index) => ({
            ...{ linkId: String(index), min, max: min + width },
          }));
          const given = drawn.flatMap(({ range: { min, width }, at }, index) =>
            at === null ? [] : [[String(index), min + at * width] as const],
          );
          const whole = scale({
            items: all.map(({ linkId }) => linkId),
            missing: { rule: 'at-most', count: all.length, prorate: true },
          });
          const { value } = scoreScale(whole, new Map(given), all);
          if (value === null) return;
          const sum = (bound: 'min' | 'max') => all.reduce((total, each) => total + each[bound], 0);
          expect(value).toBeGreaterThanOrEqual(sum('min') - 0.01);
          expect(value).toBeLessThanOrEqual(sum('max') + 0.01);
        }),
      );
    });
  });

  it('that an expression computes is computed elsewhere', () => {
    expect(() => score({ expression: { text: '1', variables: [] } }, 1, 1, 1, 1)).toThrow(
      new UnscorableResponse('scale "total" is computed by an expression'),
    );
  });
});

it.each([
  [0.1 + 0.2, 0.3],
  [2.346, 2.35],
  [-1.234, -1.23],
  [1.005, 1.01],
  [8.575, 8.58],
])('%s is told as %s', (value, expected) => {
  expect(tidy(value)).toBe(expected);
});

describe('a band', () => {
  const bands = [
    { code: 'severe', from: 20, to: 27 },
    { code: 'mild', from: 5, to: 9 },
    { code: 'moderate', from: 10, to: 14 },
  ];

  it.each([
    [4, null],
    [5, 'mild'],
    [9.6, 'mild'],
    [10, 'moderate'],
    [17, 'moderate'],
    [20, 'severe'],
  ])('of %s is %s, in whatever order they stand', (value, expected) => {
    expect(bandOf(bands, value)).toBe(expected);
  });
});

describe('answers that do not belong to the instrument', () => {
  const instrument = {
    ...{ url: 'https://example.org/q', version: '1', scales: [] },
    items: [{ linkId: 'a', min: 1, max: 5, reversed: true }],
  };
  const read = (...answers: [string, number | null][]) =>
    answerValues(
      instrument,
      answers.map(([linkId, value]) => ({ linkId, value })),
    );

  it.each<[[string, number | null][], string]>([
    [[['x', 1]], 'https://example.org/q has no item "x"'],
    [
      [
        ['a', 1],
        ['a', 1],
      ],
      'item "a" is answered twice',
    ],
    [[['a', 0]], 'the answer to item "a" is not between 1 and 5'],
    [[['a', 6]], 'the answer to item "a" is not between 1 and 5'],
    [[['a', Number.NaN]], 'the answer to item "a" is not between 1 and 5'],
  ])('%j: %s', (answers, message) => {
    const error = new UnscorableResponse(message);
    expect(() => read(...answers)).toThrow(error);
    expect(error.name).toBe('UnscorableResponse');
  });

  it('are none at the ends of the range, and turned round where the item counts so', () => {
    expect([read(['a', 1]).get('a'), read(['a', 5]).get('a'), read(['a', null]).size]).toEqual([5, 1, 0]);
  });
});
