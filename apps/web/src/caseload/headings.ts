import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Sort } from '../api/caseload.ts';

/** What a column is called, how wide it is beside the others, and what a click on it sorts by. */
export interface Heading {
  readonly title: MessageDescriptor;
  readonly width: number;
  readonly sort: Sort | null;
  /** Each number sorts one way: those first who may need somebody. */
  readonly ascending: boolean;
}

export const headings = {
  client: { title: msg`Client`, width: 13, sort: 'name', ascending: true },
  therapist: { title: msg`Therapist`, width: 13, sort: null, ascending: true },
  alliance: { title: msg`Alliance`, width: 17, sort: 'last-score', ascending: true },
  alerts: { title: msg`Alerts`, width: 9, sort: 'alerts', ascending: false },
  attrition: { title: msg`Signs of attrition`, width: 25, sort: 'attrition', ascending: false },
  contact: { title: msg`Last contact`, width: 11, sort: 'last-contact', ascending: true },
  missed: { title: msg`Missed`, width: 10, sort: 'missed', ascending: false },
  answered: { title: msg`Answered`, width: 9, sort: 'response-rate', ascending: true },
  care: { title: msg`In care`, width: 8, sort: 'weeks', ascending: true },
} as const satisfies Readonly<Record<string, Heading>>;
export type ColumnName = keyof typeof headings;
