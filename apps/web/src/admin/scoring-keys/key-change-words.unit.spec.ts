import '../../language/in-english.ts';
import { expect, it } from '@jest/globals';
import { keyChangeWords, valueWords } from './key-change-words.ts';

const options = ['Not at all', 'Several days'].map((label, value) => ({ value, label }));
const instrument = {
  title: 'Of a spec',
  items: ['a', 'b', 'c'].map((linkId) => ({ linkId, text: `Question ${linkId}`, options })),
  scales: [],
};
const told = (field: string, from: unknown, to: unknown, of = 'total') =>
  keyChangeWords(instrument, { of, field, from, to });

const minimal = { code: 'minimal', from: 0, to: 4 };
const mild = { code: 'mild', from: 5, to: 9 };
const severe = { code: 'moderately-severe', from: 10, to: 14 };

it('of ranges, those that change are told, one by one', () => {
  expect(told('bands', [minimal, mild], [minimal, { ...mild, to: 8 }])).toEqual(['mild: 5–9 becomes 5–8']);
  expect(told('bands', [minimal, mild], [mild, severe])).toEqual([
    'minimal: 0–4 is left out',
    'moderately severe: 10–14 is added',
  ]);
  expect(told('bands', [mild], [{ ...mild, to: undefined }])).toEqual(['mild: 5–9 becomes 5–…']);
  expect(told('bands', [minimal, mild], [mild, minimal])).toEqual(['The same, listed otherwise']);
  expect(told('bands', undefined, [mild])).toEqual(['mild: 5–9 is added']);
});

it('the questions of a scale are told by their text', () => {
  expect(told('items', ['a', 'b'], ['b', 'c', 'd'])).toEqual([
    '“Question a” is left out',
    '“Question c” is added',
    'd is added',
  ]);
});

it('an answer about harm is told by its words', () => {
  expect(told('risk', undefined, { atLeast: 1 }, 'a')).toEqual(['never becomes Several days (1)']);
  expect(told('risk', { atLeast: 2 }, null, 'a')).toEqual(['2 becomes never']);
});

it.each([
  [true, 'yes'],
  [undefined, '–'],
  [12, '12'],
  ['sum', 'sum'],
  [{ value: 10, source: 'A study' }, '10 (A study)'],
  [{ value: 0.9, sd: 6.1, source: 'A study' }, '0.9, standard deviation 6.1 (A study)'],
  [{ source: 'A study' }, '– (A study)'],
  [{ rule: 'none' }, 'no score'],
  [{ rule: 'at-most', count: 2, prorate: true }, 'up to 2 may be missing, extrapolated from the others'],
  [{ rule: 'at-least', percent: 80 }, '80 % must be there'],
  [{ made: { up: [1, 2] } }, 'made up 1, 2'],
])('%j is told as %s', (value, words) => {
  expect(valueWords(value)).toBe(words);
});
