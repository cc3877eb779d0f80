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
    },
  ]);
});
