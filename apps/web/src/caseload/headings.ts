import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { type Order, orderOf, type Sort } from '../api/caseload.ts';

/** What a column is called, how wide it is beside the others, and what a click on it sorts by. */
export interface Heading {
  readonly title: MessageDescriptor;
  readonly width: number;
  readonly sort: Order | null;
  /** Other orders that go by what the column shows. */
  readonly also?: readonly Order[];
}

export const headings = {
  client: { title: msg`Client`, width: 13, sort: 'name' },
  therapist: { title: msg`Therapist`, width: 12, sort: 'therapist' },
  alliance: { title: msg`Alliance`, width: 15, sort: 'last-score', also: ['change'] },
  alerts: { title: msg`Alerts`, width: 10, sort: 'alerts' },
  attrition: { title: msg`Signs of attrition`, width: 21, sort: 'attrition' },
  sessions: { title: msg`Sessions`, width: 11, sort: 'last-session', also: ['next-session'] },
  contact: { title: msg`Last contact`, width: 10, sort: 'last-contact' },
  missed: { title: msg`Missed`, width: 10, sort: 'missed', also: ['missed-90-days'] },
  answered: { title: msg`Answered`, width: 10, sort: 'response-rate' },
  care: { title: msg`In care`, width: 8, sort: 'weeks' },
} as const satisfies Readonly<Record<string, Heading>>;
export type ColumnName = keyof typeof headings;

/** Orders in which what stands in the column grows from row to row; in the others it shrinks. */
const growing: readonly Order[] = [
  ...([
    'last-score',
    'change',
    'last-contact',
    'response-rate',
    'next-session',
    'name',
    'therapist',
  ] as const),
];

/** How the rows go by a column, as the eye sees them; null where another column decides. */
export function directionIn(
  { sort: own, also = [] }: Heading,
  sort: Sort,
): 'ascending' | 'descending' | null {
  const order = orderOf(sort);
  if (order !== own && !also.includes(order)) return null;
  return growing.includes(order) === (sort === order) ? 'ascending' : 'descending';
}
