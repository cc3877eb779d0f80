import { t } from '@lingui/core/macro';
import type { View } from '../api/board.ts';
import type { CaseloadSearch } from '../api/caseload.ts';

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

const unseen =
  /(\p{RGI_Emoji_Tag_Sequence})|[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]--[\u200c\u200d\ufe0e\ufe0f]]/gv;
/** As the platform keeps a name: of letters that can be seen, and flags that are written by others. */
export const tidyName = (name: string): string =>
  name.normalize('NFC').replace(/\s+/gu, ' ').replace(unseen, '$1').trim();

const { compare } = new Intl.Collator('en', { sensitivity: 'accent' });
/** The platform keeps one view of a name, whatever its case. */
export const sameName = (one: string, other: string): boolean =>
  compare(comparable(one), comparable(other)) === 0;
const comparable = (name: string) => name.replace(tag, readable).toUpperCase();
/** Flags differ by nothing else, and it is not compared. */
const tag = /[\u{e0020}-\u{e007e}]/gu;
const readable = (letter: string) => String.fromCodePoint(letter.codePointAt(0)! - 0xe0000);

/** So many are kept for a person. */
export const mostViews = 20;

/** Without a name that was searched: it would be kept. */
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
