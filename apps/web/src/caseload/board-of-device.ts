import type { Board, View } from '../api/board.ts';
import { type Care, cares, isSort } from '../api/caseload.ts';
import { id } from '../shell/address.ts';
import { formatRanges, parseRanges } from './ranges.ts';
import { mostViews, sameName, tidyName, viewOf } from './views.ts';

const places = (personId: string) => [
  `attune.caseload-views.${personId}`,
  `attune.caseload-hidden.${personId}`,
];
const longestName = 60;

/** What earlier versions kept on the device alone, in so far as it still means something; null where that is nothing. */
export function boardOfDevice(storage: Pick<Storage, 'getItem'>, personId: string): Board | null {
  const [views, hidden] = places(personId).map((place) => storage.getItem(place) ?? '');
  const columns = (hidden ?? '').split(',').filter((name) => /^[a-z-]{1,30}$/.test(name));
  const found = { views: viewsIn(views ?? ''), hidden: columns };
  return found.views.length + found.hidden.length > 0 ? found : null;
}

export function forgetDevice(storage: Pick<Storage, 'removeItem'>, personId: string): void {
  for (const place of places(personId)) storage.removeItem(place);
}

/** What the platform has, and of a device what it does not have yet. */
export function joined(board: Board, { views, hidden }: Board): Board {
  const more = views.filter(({ name }) => !board.views.some((one) => sameName(one.name, name)));
  return {
    views: [...board.views, ...more].slice(0, mostViews),
    hidden: board.hidden.length > 0 ? board.hidden : hidden,
  };
}

function viewsIn(text: string): readonly View[] {
  try {
    const kept: unknown = JSON.parse(text);
    const views = Array.isArray(kept) ? kept.flatMap(viewIn) : [];
    return views.filter(({ name }, index) => !views.slice(index + 1).some((one) => sameName(one.name, name)));
  } catch {
    return [];
  }
}

function viewIn(value: unknown): View[] {
  const { name, search } = (value ?? {}) as { readonly name?: unknown; readonly search?: unknown };
  const called = typeof name === 'string' ? tidyName(name).slice(0, longestName).trim() : '';
  if (called === '' || typeof search !== 'object' || search === null) return [];
  const given = search as Readonly<Record<string, unknown>>;
  const care = typeof given.care === 'string' && given.care in cares ? (given.care as Care) : undefined;
  const filter = typeof given.filter === 'string' ? formatRanges(parseRanges(given.filter)) : undefined;
  const therapistId = id(given.therapistId);
  return [
    viewOf(called, {
      ...(isSort(given.sort) && { sort: given.sort }),
      ...(care && { care }),
      ...(filter && { filter }),
      ...(therapistId && { therapistId }),
    }),
  ];
}
