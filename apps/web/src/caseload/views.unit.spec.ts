import '../language/in-english.ts';
import { expect, it } from '@jest/globals';
import { parseRanges } from './ranges.ts';
import { keepViews, keptViews, readyViews, viewOf, viewShown } from './views.ts';

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
  keepViews(device, 'me', [view]);
  expect(keptViews(device, 'me')).toEqual([
    { name: 'Mine', search: { sort: 'missed', filter: 'missed:1..' } },
  ]);
});

it('what somebody else wrote there is no view', () => {
  const broken = (text: string) => keptViews({ getItem: () => text }, 'me');
  expect([broken('{'), broken('7'), broken('[1,{"name":3}]')]).toEqual([[], [], []]);
});

it('every ready view says ranges that are known', () => {
  for (const { search } of readyViews()) {
    if (search.filter) expect(parseRanges(search.filter)).toHaveLength(search.filter.split(',').length);
  }
});

it('whoever signs in on the same device next has views of their own', () => {
  const device = storage();
  keepViews(device, 'me', [viewOf('Mine', { sort: 'missed' })]);
  expect(keptViews(device, 'somebody else')).toEqual([]);
});

it('the view that is shown is known by its order and filters, in whatever order they are written', () => {
  const views = [...readyViews(), viewOf('Mine', { sort: 'missed', filter: 'missed:2..' })];
  expect(viewShown(views, { filter: 'missed:2..', sort: 'missed', search: 'ana' })?.name).toBe('Mine');
  expect(viewShown(views, {})?.name).toBe('Needs somebody first');
  expect(viewShown(views, { sort: 'missed', filter: 'missed:3..' })).toBeUndefined();
});
