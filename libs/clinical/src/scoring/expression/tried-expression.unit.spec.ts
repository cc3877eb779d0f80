import { describe, expect, it } from '@jest/globals';
import type { Instrument, Scale } from '../../instrument/instrument.ts';
import { ExpressionRefused } from './expression-sandbox.ts';
import { rangeOfExpression, scoreEvery, strangersOf } from './score-by-expression.ts';

const asked = ['a', 'b', 'c', 'd'];
/** Four items from 1 to 3, of which the scale counts the first ones. */
function keyOf(text: string, { counts = 2, min = -99, max = 99 } = {}) {
  const scale = {
    ...{ code: 'total', items: asked.slice(0, counts), method: 'sum', higherIsBetter: false, min, max },
    ...{ missing: { rule: 'none', prorate: false }, bands: [{ code: 'high', from: 5, to: 99 }] },
    expression: { text, variables: [] },
  } satisfies Scale;
  const items = asked.map((linkId) => ({
    ...{ linkId, min: 1, max: 3, reversed: false },
    form: { linkId, type: 'integer', within: [] },
  }));
  const instrument: Instrument = { url: 'https://example.org/q', version: '1', items, scales: [scale] };
  return { instrument, scale };
}
const of = (linkId: string) => `%resource.item.where(linkId='${linkId}').answer.value`;
const [a, b, c, d] = asked.map(of) as [string, string, string, string];

describe('the range of an expression, found by trying', () => {
  const rangeOf = (text: string, counts = 2) => {
    const { instrument, scale } = keyOf(text, { counts });
    return rangeOfExpression(instrument, scale);
  };

  it.each<[string, string, number, number]>([
    ['a sum from its lowest answers on', `${a} + ${b}`, 2, 6],
    ['what is taken away', `${a} - ${b}`, -2, 2],
    ['nothing but taken away', `10 - ${a} - ${b}`, 4, 8],
    ['one item that counts for nothing', `${a} + 0 * ${b}`, 1, 3],
    ['what more than adds up', `${a} * ${b}`, 1, 9],
    ['what falls by more than it adds up to', `0 - ${a} * ${b}`, -9, -1],
    ['what only all of them together change', `iif(${a} = 3 and ${b} = 3, 7, 2)`, 2, 7],
    ['what one alone changes, and both together do not', `iif(${a} = 3 and ${b} = 1, 9, 4)`, 4, 9],
    ['parts of a hundredth', `${a} / 3.0 + ${b} / 3.0`, 0.67, 2],
  ])('%s', async (_, text, min, max) => {
    expect(await rangeOf(text)).toEqual({ min, max });
  });

  it('answers none of the items that the scale does not count', async () => {
    expect(await rangeOf(`${a} + ${b} + iif(${c}.exists(), 100, 0)`)).toEqual({ min: 2, max: 6 });
  });

  it('is refused where some of the trials give no number, or all of them the same', async () => {
    const some = rangeOf(`iif(${a} = 3, {}, ${a} + ${b})`);
    await expect(some).rejects.toThrow(ExpressionRefused);
    await expect(some).rejects.toThrow('gives no number although every item is answered');
    await expect(rangeOf(`0 * (${a} + ${b}) + 4`)).rejects.toThrow('the expression gives the same');
  });
});

describe('items that an expression counts and its scale does not name', () => {
  const strangers = (text: string) => {
    const { instrument, scale } = keyOf(text);
    return strangersOf(instrument, scale);
  };
  const orNothing = (value: string) => `iif(${value}.exists(), ${value}, 0)`;

  it.each<[string, string, string[]]>([
    ['none', `${a} + ${b}`, []],
    ['each, once and in order', `${a} + ${b} + ${orNothing(d)} + ${orNothing(c)}`, ['c', 'd']],
    ['the last one alone', `${a} + ${b} + ${orNothing(d)}`, ['d']],
    ['one whose lowest answer changes nothing', `${a} + ${b} + iif(${c} = 3, 1, 0)`, ['c']],
    ['one whose highest answer changes nothing', `${a} + ${b} + iif(${c} = 1, 1, 0)`, ['c']],
    ['one that matters beside high answers only', `${a} + ${b} + iif(${a} = 3 and ${c} = 3, 1, 0)`, ['c']],
    ['one that matters beside low answers only', `${a} + ${b} + iif(${a} = 1 and ${c} = 3, 1, 0)`, ['c']],
    ['one that matters by being answered at all', `${a} + ${b} + iif(${c}.exists(), 1, 0)`, ['c']],
    ['one without which there is no number', `${a} + ${b} + ${c}`, ['c']],
  ])('%s', async (_, text, found) => {
    expect(await strangers(text)).toEqual(found);
  });
});

describe('a response', () => {
  const answers = (...values: (number | null)[]) =>
    asked.map((linkId, index) => ({ linkId, value: values[index] ?? null }));
  const scored = async (text: string, bounds: { min?: number; max?: number }, ...values: number[]) =>
    (await scoreEvery(keyOf(text, bounds).instrument, answers(...values)))[0];
  const open = { value: null, band: null, answered: 2, items: 2, status: 'not-scorable' };

  it('has its score rounded to hundredths, with the band that it lies in', async () => {
    expect(await scored(`(${a} + ${b}) / 3.0`, {}, 1, 3)).toMatchObject({ value: 1.33, band: null });
    expect(await scored(`${a} + ${b}`, {}, 2, 3)).toEqual({
      ...{ scale: 'total', value: 5, band: 'high', answered: 2, items: 2, status: 'scored' },
    });
  });

  it('has a score at the bounds of the scale, and none beyond either of them', async () => {
    const bounds = { min: 3, max: 5 };
    expect(await scored(`${a} + ${b}`, bounds, 1, 2)).toMatchObject({ value: 3, status: 'scored' });
    expect(await scored(`${a} + ${b}`, bounds, 2, 3)).toMatchObject({ value: 5, status: 'scored' });
    expect(await scored(`${a} + ${b}`, bounds, 1, 1)).toMatchObject(open);
    expect(await scored(`${a} + ${b}`, bounds, 3, 3)).toMatchObject(open);
  });

  it('has none where the expression says nothing about these answers', async () => {
    expect(await scored(`iif(${a} = 2, {}, ${a})`, {}, 2, 1)).toMatchObject(open);
    expect(await scored(`iif(${a} = 2, {}, ${a})`, {}, 3, 1)).toMatchObject({ value: 3 });
  });

  it('has none where the expression refuses these answers', async () => {
    expect(await scored(`iif(${a} = 2, 1 | 2, ${a})`, {}, 2, 1)).toMatchObject(open);
  });

  it('has none where the expression takes too long twice, and its other scales have theirs', async () => {
    const many = Array.from({ length: 40 }, (_, n) => `${n}`).join('|');
    const cross = `(${many}).select($this + (${many}).select($this + (${many}).select($this + (${many}).sum()).sum()).sum()).sum()`;
    const { instrument, scale } = keyOf(cross);
    const quick = { ...scale, code: 'quick', expression: { text: `${a} + ${b}`, variables: [] } };
    const began = performance.now();
    const scores = await scoreEvery({ ...instrument, scales: [scale, quick] }, answers(1, 2, null, null));
    expect(scores).toMatchObject([open, { scale: 'quick', value: 3 }]);
    // Five seconds each time.
    expect(performance.now() - began).toBeGreaterThan(9_500);
  }, 60_000);

  it('needs an answer to every item that the scale counts, and to no other', async () => {
    const { instrument } = keyOf(`${a} + ${b}`);
    expect(await scoreEvery(instrument, answers(1, null, 3, 3))).toMatchObject([
      { value: null, band: null, answered: 1, items: 2, status: 'not-scorable' },
    ]);
    expect(await scoreEvery(instrument, answers(1, 3, null, null))).toMatchObject([
      { value: 4, answered: 2, items: 2, status: 'scored' },
    ]);
  });
});
