import { expect, it } from '@jest/globals';
import { compareAnswers } from './compare-answers.ts';
import type { Item } from './instrument.ts';

const options = ['never', 'seldom', 'often'].map((label, value) => ({ value, label }));
const item = (linkId: string, change: Partial<Item> = {}): Item => ({
  ...{ linkId, text: `About ${linkId}`, options, reversed: false },
  ...change,
});
const answers = (values: Readonly<Record<string, number | null>>) =>
  Object.entries(values).map(([linkId, value]) => ({ linkId, value }));

it('puts what has moved most first, with the words that were chosen', () => {
  const items = [item('a'), item('b'), item('c')];
  const found = compareAnswers(items, answers({ a: 1, b: 0, c: 2 }), answers({ a: 1, b: 2, c: 1 }));
  expect(found.map(({ linkId, moved }) => [linkId, moved])).toEqual([
    ['b', -2],
    ['c', 1],
    ['a', 0],
  ]);
  expect(found[0]).toMatchObject({ label: 'never', previousLabel: 'often' });
});

it('compares nothing with what was not answered, and leaves words out', () => {
  const items = [item('a'), item('said', { options: [], kind: 'text' })];
  expect(compareAnswers(items, answers({ a: null }), answers({ a: 1 }))).toEqual([
    {
      linkId: 'a',
      text: 'About a',
      value: null,
      label: null,
      previous: 1,
      previousLabel: 'seldom',
      moved: null,
      risk: null,
    },
  ]);
});

it('puts an answer that is a risk above everything, moved or not, and says which items ask about harm', () => {
  const items = [item('a'), item('b'), item('harm', { risk: { atLeast: 1 } })];
  const compare = (harm: number, before: number) =>
    compareAnswers(items, answers({ a: 0, b: 2, harm }), answers({ a: 2, b: 1, harm: before })).map(
      ({ linkId, risk }) => [linkId, risk?.met],
    );
  const [a, b] = [
    ['a', undefined],
    ['b', undefined],
  ];
  expect(compare(1, 1)).toEqual([['harm', true], a, b]);
  expect(compare(0, 1)).toEqual([a, b, ['harm', false]]);
});
