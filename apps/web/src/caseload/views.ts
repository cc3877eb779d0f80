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
  {
    name: t`Alliance in the lower half`,
    search: { sort: 'last-score', filter: 'last-score-percent:..49.9' },
  },
  { name: t`Missed sessions`, search: { sort: 'missed', filter: 'missed:1..' } },
  { name: t`Silent`, search: { sort: 'last-contact', filter: 'silent:2..' } },
  {
    name: t`Three weeks without contact`,
    search: { sort: 'last-contact', filter: 'days-since-contact:21..' },
  },
  { name: t`Nothing booked`, search: { sort: 'last-session', filter: 'sessions-ahead:..0' } },
  { name: t`New in care`, search: { sort: 'name', filter: 'weeks:..6' } },
];

const place = (personId: string) => `attune.caseload-views.${personId}`;
const most = 20;

/** Views that this person has kept on this device. */
export function keptViews(storage: Pick<Storage, 'getItem'>, personId: string): readonly View[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(place(personId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isView).slice(0, most) : [];
  } catch {
    return [];
  }
}

export function keepViews(storage: Pick<Storage, 'setItem'>, personId: string, views: readonly View[]): void {
  storage.setItem(place(personId), JSON.stringify(views.slice(0, most)));
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

/** The view that shows just what is shown now, whatever name is searched in it. */
export const viewShown = (
  views: readonly View[],
  { search: _, ...shown }: CaseloadSearch,
): View | undefined =>
  views.find(({ search }) => {
    const names = Object.keys({ ...search, ...shown }) as (keyof typeof shown)[];
    return names.every((name) => search[name] === shown[name]);
  });

const isView = (value: unknown): value is View =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'search' in value &&
  typeof value.search === 'object';
