import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Instrument, MissingItemRule } from '../instrument/instrument.ts';
import { scoreResponse } from './score-response.ts';
import { UnscorableResponse } from './unscorable-response.error.ts';

const linkIds = ['a', 'b', 'c', 'd'];
const everyItem: MissingItemRule = { rule: 'none', prorate: false };

function instrument(
  missing: MissingItemRule,
  method: 'sum' | 'mean' = 'sum',
  reversed: string[] = [],
): Instrument {
  const bands = [
    { code: 'low', from: 0, to: 5 },
    { code: 'high', from: 6, to: 12 },
  ];
  const total = {
    code: 'total',
    items: linkIds,
    method,
    missing,
    min: 0,
    max: 12,
    bands,
    higherIsBetter: true,
  };
  const items = linkIds.map((linkId) => ({ linkId, min: 0, max: 3, reversed: reversed.includes(linkId) }));
  return {
    url: 'https://example.org/four',
    version: '1',
    items,
    scales: [total, { ...total, code: 'half', items: ['a', 'b'] }],
  };
}
const answers = (...values: (number | null)[]) =>
  values.map((value, index) => ({ linkId: linkIds[index] ?? '?', value }));
const total = (key: Instrument, ...values: (number | null)[]) => scoreResponse(key, answers(...values))[0];

describe('scoring a response', () => {
  it('sums each scale over its own items and names the band', () => {
    expect(scoreResponse(instrument(everyItem), answers(3, 2, 1, 1))).toEqual([
      { scale: 'total', value: 7, band: 'high', answered: 4, items: 4, status: 'scored' },
      { scale: 'half', value: 5, band: 'low', answered: 2, items: 2, status: 'scored' },
    ]);
  });

  it('turns reverse-keyed items round', () => {
    expect(total(instrument(everyItem, 'sum', ['a', 'd']), 0, 1, 1, 3)?.value).toBe(5);
  });

  it.each([
    ['left open', answers(3, 3, 3, null)],
    ['absent', answers(3, 3, 3)],
  ])('does not score a scale whose item is %s, and scores the others', (_how, given) => {
    const [whole, half] = scoreResponse(instrument(everyItem), given);
    expect(whole).toMatchObject({ value: null, band: null, answered: 3, items: 4, status: 'not-scorable' });
    expect(half).toMatchObject({ value: 6, status: 'scored' });
  });

  it('extrapolates a sum within the declared number of missing items and no further', () => {
    const key = instrument({ rule: 'at-most', count: 1, prorate: true });
    expect(total(key, 2, 2, 1, null)).toMatchObject({ value: 6.67, band: 'high', answered: 3 });
    expect(total(key, 3, 3, null, null)?.status).toBe('not-scorable');
  });

  it('never lowers a sum when items may be missing but nothing says how to make up for them', () => {
    expect(total(instrument({ rule: 'at-most', count: 2, prorate: false }), 3, 3, 3, null)?.value).toBeNull();
  });

  it('takes the mean of the answered items', () => {
    expect(
      total(instrument({ rule: 'at-most', count: 2, prorate: false }, 'mean'), 1, 2, null, null)?.value,
    ).toBe(1.5);
  });

  it('keeps a prorated value in the lower band until it reaches the next cut-off', () => {
    const key = instrument({ rule: 'at-most', count: 1, prorate: true });
    expect(total(key, 1, 1, 2, null)).toMatchObject({ value: 5.33, band: 'low' });
  });

  it.each([
    ['an item the instrument does not have', [{ linkId: 'z', value: 1 }]],
    [
      'an item answered twice',
      [
        { linkId: 'a', value: 1 },
        { linkId: 'a', value: 2 },
      ],
    ],
    ['a value out of range', [{ linkId: 'a', value: 3.5 }]],
    ['a value that is no number', [{ linkId: 'a', value: Number.NaN }]],
  ])('refuses %s', (_what, given) => {
    expect(() => scoreResponse(instrument(everyItem), given)).toThrow(UnscorableResponse);
  });

  it('does not repeat what was answered when it refuses', () => {
    expect(() => scoreResponse(instrument(everyItem), [{ linkId: 'a', value: 77 }])).toThrow(/^(?!.*77)/);
  });

  it('stays within the range of the scale, and a better answer never gives a worse total', () => {
    const value = fc.option(fc.integer({ min: 0, max: 3 }));
    const key = instrument({ rule: 'at-most', count: 2, prorate: true }, 'sum', ['b']);
    fc.assert(
      fc.property(fc.tuple(value, value, value, value), ([a, b, c, d]) => {
        const score = total(key, a, b, c, d)?.value ?? null;
        if (score === null) return;
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(12);
        if (a !== null && a < 3) expect(total(key, a + 1, b, c, d)?.value).toBeGreaterThan(score);
        if (b !== null && b < 3) expect(total(key, a, b + 1, c, d)?.value).toBeLessThan(score);
      }),
    );
  });
});
