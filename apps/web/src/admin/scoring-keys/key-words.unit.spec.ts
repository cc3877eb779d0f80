import '../../language/in-english.ts';
import { expect, it } from '@jest/globals';
import { keyPartWords, keyPlace } from './key-words.ts';

const psychometrics = { reliability: { unknown: 'nobody looked' }, sd: { unknown: 'nobody looked' } };
const instrument = {
  title: 'Of a spec',
  items: [{ linkId: 'a', text: 'How was it?', options: [] }],
  scales: [{ code: 'total', title: 'Alliance', min: 0, max: 6, higherIsBetter: true, psychometrics }],
};
const document = { items: [{ linkId: 'a' }], scales: [{ code: 'total' }] };

it('parts are told by what people read', () => {
  expect(['a', 'total', 'new'].map((id) => keyPartWords(instrument, id))).toEqual([
    '“How was it?”',
    'Alliance',
    'new',
  ]);
});

it.each([
  ['/scales/0/max', 'Alliance: Highest score'],
  ['/items/0', '“How was it?”'],
  ['/scales/7/max', undefined],
  ['/scales', undefined],
  ['/reason', undefined],
])('%s is the place %s', (pointer, words) => {
  expect(keyPlace(instrument, document, pointer)).toBe(words);
});
