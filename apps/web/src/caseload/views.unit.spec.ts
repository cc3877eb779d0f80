import '../language/in-english.ts';
import { expect, it } from '@jest/globals';
import { parseRanges } from './ranges.ts';
import { keepViews, keptViews, readyViews, viewOf } from './views.ts';

function storage(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      kept.set(key, value);
    },
  };
}

it('a view is kept without the name that was searched', () => {
  const device = storage();
  const view = viewOf('Mine', { sort: 'missed', search: 'ana', filter: 'missed:1..' });
  keepViews(device, [view]);
  expect(keptViews(device)).toEqual([{ name: 'Mine', search: { sort: 'missed', filter: 'missed:1..' } }]);
});

it('what somebody else wrote there is no view', () => {
  const broken = (text: string) => keptViews({ getItem: () => text });
  expect([broken('{'), broken('7'), broken('[1,{"name":3}]')]).toEqual([[], [], []]);
});

it('every ready view says ranges that are known', () => {
  for (const { search } of readyViews()) {
    if (search.filter) expect(parseRanges(search.filter)).toHaveLength(search.filter.split(',').length);
  }
});
