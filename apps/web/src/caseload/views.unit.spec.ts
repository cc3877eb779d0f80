import '../language/in-english.ts';
import { expect, it } from '@jest/globals';
import { parseRanges } from './ranges.ts';
import { readyViews, sameName, tidyName, viewOf, viewShown } from './views.ts';

it('a view is kept without the name that was searched', () => {
  expect(viewOf('Mine', { sort: 'missed', search: 'ana', filter: 'missed:1..' })).toEqual({
    name: 'Mine',
    search: { sort: 'missed', filter: 'missed:1..' },
  });
});

it('a name is kept as it is seen, and is the same in any case', () => {
  expect(tidyName(' Fu\u0308r\u00a0 mi\u00adch\u200b ')).toBe('Für mich');
  expect([sameName('NEEDS somebody first', readyViews()[0]!.name), sameName('Mine', 'Mine 2')]).toEqual([
    true,
    false,
  ]);
});

it('hearts and flags are kept, and flags told from each other', () => {
  const [england, scotland] = [
    '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
  ];
  for (const name of ['\u2764\ufe0e', england, scotland]) expect(tidyName(name)).toBe(name);
  expect(tidyName(`Mine${england.slice(2)}`)).toBe('Mine');
  expect(sameName(england, scotland)).toBe(false);
});

it('every ready view says ranges that are known', () => {
  for (const { search } of readyViews()) {
    if (search.filter) expect(parseRanges(search.filter)).toHaveLength(search.filter.split(',').length);
  }
});

it('the view that is shown is known by its order and filters, in whatever order they are written', () => {
  const views = [...readyViews(), viewOf('Mine', { sort: 'missed', filter: 'missed:2..' })];
  expect(viewShown(views, { filter: 'missed:2..', sort: 'missed', search: 'ana' })?.name).toBe('Mine');
  expect(viewShown(views, {})?.name).toBe('Needs somebody first');
  expect(viewShown(views, { sort: 'missed', filter: 'missed:3..' })).toBeUndefined();
});
