import { t } from '@lingui/core/macro';
import type { CaseloadSearch } from '../api/caseload.ts';

/** A view of the caseload under a name: what it is narrowed and sorted by, never a page of it. */
export interface View {
  readonly name: string;
  readonly search: CaseloadSearch;
}

/** What most people look for. */
export const readyViews = (): readonly View[] => [
  { name: t`Needs somebody first`, search: {} },
  { name: t`May be drifting away`, search: { sort: 'attrition', filter: 'attrition:2..' } },
  { name: t`Alliance in the lower half`, search: { sort: 'last-score', filter: 'last-score:..35' } },
  { name: t`Missed sessions`, search: { sort: 'missed', filter: 'missed:1..' } },
  { name: t`Silent`, search: { sort: 'last-contact', filter: 'silent:2..' } },
  {
    name: t`Three weeks without contact`,
    search: { sort: 'last-contact', filter: 'days-since-contact:21..' },
  },
  { name: t`New in care`, search: { sort: 'name', filter: 'weeks:..6' } },
];

const place = 'attune.caseload-views';
const most = 20;

/** Views that were kept on this device. */
export function keptViews(storage: Pick<Storage, 'getItem'>): readonly View[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(place) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isView).slice(0, most) : [];
  } catch {
    return [];
  }
}

export function keepViews(storage: Pick<Storage, 'setItem'>, views: readonly View[]): void {
  storage.setItem(place, JSON.stringify(views.slice(0, most)));
}

/** Without a name that was searched: it would stay on the device. */
export const viewOf = (name: string, { sort, filter, care, therapistId }: CaseloadSearch): View => ({
  name,
  search: {
    ...(sort && { sort }),
    ...(filter && { filter }),
    ...(care && { care }),
    ...(therapistId && { therapistId }),
  },
});

const isView = (value: unknown): value is View =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'search' in value &&
  typeof value.search === 'object';
