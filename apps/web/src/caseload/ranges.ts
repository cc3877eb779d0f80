import { i18n } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
/** The numbers of the caseload that a list can be narrowed by, in words. */
export const numbers = {
  'last-score': msg`Alliance`,
  'last-score-percent': msg`Alliance in % of its scale`,
  change: msg`Change of the alliance`,
  attrition: msg`Signs of attrition`,
  alerts: msg`Open alerts`,
  missed: msg`Sessions missed in a row`,
  'missed-90-days': msg`Sessions missed in 90 days`,
  silent: msg`Check-ins unanswered in a row`,
  'response-rate': msg`Response rate in %`,
  'days-since-contact': msg`Days since contact`,
  'days-since-session': msg`Days since the last session`,
  'days-to-session': msg`Days until the next session`,
  'sessions-ahead': msg`Sessions booked`,
  weeks: msg`Weeks in care`,
  risk: msg`Order of attention`,
} as const;
export type NumberName = keyof typeof numbers;

export interface Range {
  readonly name: NumberName;
  readonly from: number | null;
  readonly to: number | null;
}

const pattern = /^([a-z0-9-]+):(-?\d+(?:\.\d+)?)?\.\.(-?\d+(?:\.\d+)?)?$/;

/** What an address says; what it says wrongly is left out. */
export function parseRanges(filter: string | undefined): Range[] {
  return (filter ?? '').split(',').flatMap((each) => {
    const [, name = '', from, to] = pattern.exec(each) ?? [];
    if (!(name in numbers) || (from === undefined && to === undefined)) return [];
    if (from !== undefined && to !== undefined && Number(from) > Number(to)) return [];
    return [
      {
        name: name as NumberName,
        from: from === undefined ? null : Number(from),
        to: to === undefined ? null : Number(to),
      },
    ];
  });
}

/** As it stands in the address; undefined for none. */
export function formatRanges(ranges: readonly Range[]): string | undefined {
  const parts = ranges.map(({ name, from, to }) => `${name}:${from ?? ''}..${to ?? ''}`);
  return parts.length > 0 ? parts.join(',') : undefined;
}

/** "Weeks in care: 4 to 12". */
export function rangeWords({ name, from, to }: Range): string {
  const label = i18n._(numbers[name]);
  if (from === null) return t`${label}: at most ${to ?? ''}`;
  if (to === null) return t`${label}: at least ${from}`;
  return from === to ? `${label}: ${from}` : t`${label}: ${from} to ${to}`;
}
