import { expect, test } from '@jest/globals';
import { checkInstrument } from './check-instrument.ts';
import type { Instrument } from './instrument.ts';
import { phq9 } from './instruments/phq-9.ts';

const [scale] = phq9.scales as [Instrument['scales'][number]];
const [item] = phq9.items as [Instrument['items'][number]];
const withScale = (change: Partial<typeof scale>): Instrument => ({
  ...phq9,
  scales: [{ ...scale, ...change }],
});

test.each<[string, Instrument, string]>([
  ['a url without a short name', { ...phq9, url: 'https://clinic.example/' }, '/url'],
  ['an item named twice', { ...phq9, items: [...phq9.items, item] }, '/items/9/linkId'],
  [
    'two options of one value',
    {
      ...phq9,
      items: [{ ...item, options: [...item.options, ...item.options.slice(0, 1)] }, ...phq9.items.slice(1)],
    },
    '/items/0/options/4/value',
  ],
  ['a scale named twice', { ...phq9, scales: [scale, scale] }, '/scales/1/code'],
  ['a scale with an item that is not there', withScale({ items: ['phq9-1', 'moon'] }), '/scales/0/items/1'],
  ['a scale that counts an item twice', withScale({ items: ['phq9-1', 'phq9-1'] }), '/scales/0/items/1'],
  [
    'a scale of one item, which would publish its answer',
    withScale({ items: ['phq9-9'] }),
    '/scales/0/items',
  ],
  ['a maximum that the items do not come to', withScale({ max: 30 }), '/scales/0/max'],
  [
    'an answer that counts too much to be squared',
    {
      ...phq9,
      items: [
        {
          ...item,
          options: [
            { value: 0, label: 'No' },
            { value: 1e300, label: 'Yes' },
          ],
        },
        ...phq9.items.slice(1),
      ],
      scales: [],
    },
    '/items/0/options',
  ],
  [
    'a line that goes too far to be squared',
    {
      ...phq9,
      items: [
        { ...item, options: [], range: { min: -1e10, max: 0, step: 1, minLabel: '', maxLabel: '' } },
        ...phq9.items.slice(1),
      ],
      scales: [],
    },
    '/items/0/range',
  ],
  [
    'a scale that comes to too much to be squared',
    withScale({ multiplier: 1e9, max: 27e9, bands: [] }),
    '/scales/0/max',
  ],
  ['all items missing', withScale({ missing: { rule: 'at-most', count: 9 } }), '/scales/0/missing/count'],
  [
    'a cut-off that no score comes to',
    withScale({ cutOff: { value: 99, source: 'nobody' } }),
    '/scales/0/cutOff/value',
  ],
  [
    'bands that leave the lowest scores out',
    withScale({ bands: [{ code: 'high', from: 3, to: 27 }] }),
    '/scales/0/bands/0',
  ],
  [
    'bands that overlap',
    withScale({
      bands: [
        { code: 'low', from: 0, to: 10 },
        { code: 'high', from: 10, to: 27 },
      ],
    }),
    '/scales/0/bands/1',
  ],
])('refuses %s', (_, instrument, pointer) => {
  expect(checkInstrument(instrument).map((each) => each.pointer)).toEqual([pointer]);
});

test('a field that counts nowhere may hold a long number', () => {
  const range = { min: 0, max: 1e12, step: 1, minLabel: '', maxLabel: '' };
  const telephone = { ...item, linkId: 'telephone', options: [], range, counts: false };
  expect(checkInstrument({ ...phq9, items: [...phq9.items, telephone] })).toEqual([]);
});
