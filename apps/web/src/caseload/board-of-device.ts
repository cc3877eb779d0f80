import type { Board, View } from '../api/board.ts';
import { mostViews } from './views.ts';

const places = (personId: string) => [
  `attune.caseload-views.${personId}`,
  `attune.caseload-hidden.${personId}`,
];

/** What earlier versions kept on the device alone; null where that is nothing. */
export function boardOfDevice(storage: Pick<Storage, 'getItem'>, personId: string): Board | null {
  const [views, hidden] = places(personId).map((place) => storage.getItem(place) ?? '');
  const found = { views: viewsIn(views ?? ''), hidden: (hidden ?? '').split(',').filter(Boolean) };
  return found.views.length + found.hidden.length > 0 ? found : null;
}

export function forgetDevice(storage: Pick<Storage, 'removeItem'>, personId: string): void {
  for (const place of places(personId)) storage.removeItem(place);
}

function viewsIn(text: string): readonly View[] {
  try {
    const kept: unknown = JSON.parse(text);
    return Array.isArray(kept) ? kept.filter(isView).slice(0, mostViews) : [];
  } catch {
    return [];
  }
}

const isView = (value: unknown): value is View =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'search' in value &&
  typeof value.search === 'object';
