import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { MeanScale, Measure, Period } from '../api/trends.ts';
import { durationWords } from '../day/dates.ts';
import { fixed, whole } from '../shell/formats.ts';
import { responseRate, responseWords } from './periods.ts';

export interface Column {
  readonly title: MessageDescriptor;
  /** Whose rows the number leads to. */
  readonly measure: Measure;
  readonly value: (period: Period) => number | null;
  readonly words?: (value: number, period: Period) => string;
  /** Whether the chart draws it. */
  readonly drawn?: true;
}

export interface Group {
  readonly key: string;
  readonly title: MessageDescriptor;
  readonly note?: MessageDescriptor;
  /** The axis, where it is not as high as the highest number. */
  readonly axis?: readonly [from: number, to: number];
  readonly columns: readonly Column[];
}

export const measureWords: Readonly<Record<Measure, MessageDescriptor>> = {
  completed: msg`Sessions held`,
  missed: msg`Sessions missed`,
  cancelled: msg`Sessions cancelled`,
  sent: msg`Check-ins sent`,
  answered: msg`Check-ins answered`,
  unanswered: msg`Check-ins left unanswered`,
  scored: msg`Alliance scores`,
  alliance: msg`Alliance alerts`,
  outcome: msg`Outcome alerts`,
  safety: msg`Safety alerts`,
  attendance: msg`Attendance alerts`,
  taken: msg`Alerts taken in hand`,
  'in-time': msg`Alerts taken in hand in time`,
  late: msg`Alerts taken in hand too late, or still waiting`,
  repaired: msg`Ruptures repaired`,
  'not-repaired': msg`Ruptures not repaired`,
  begun: msg`Care begun`,
  ended: msg`Care ended`,
  'in-care': msg`Clients in care`,
};

const counted = (measure: Measure, title: MessageDescriptor): Column => ({
  ...{ measure, title },
  value: ({ counts }) => counts[measure],
  words: whole,
});
const drawn = (measure: Measure, title: MessageDescriptor): Column => ({
  ...counted(measure, title),
  drawn: true,
});

/** @param scale what the mean of the alliance is of; null where there is none */
export const groupsOf = (scale: MeanScale | null): readonly Group[] => [
  {
    key: 'sessions',
    title: msg`Sessions`,
    columns: [
      drawn('completed', msg`held`),
      drawn('missed', msg`missed`),
      drawn('cancelled', msg`cancelled`),
    ],
  },
  {
    key: 'check-ins',
    title: msg`Check-ins`,
    note: msg`The rate is of those answered or out of time; they count when they were sent.`,
    axis: [0, 100],
    columns: [
      {
        ...{ title: msg`share answered`, measure: 'answered', value: responseRate, drawn: true },
        words: (_, period) => responseWords(period),
      },
      counted('sent', msg`sent`),
      counted('answered', msg`answered`),
      counted('unanswered', msg`left unanswered`),
    ],
  },
  {
    key: 'alliance',
    title: msg`Alliance`,
    ...(scale && {
      note: msg`The mean of ${scale.title} (${scale.instrumentTitle}) from ${scale.min} to ${scale.max}. Each client counts once; of fewer than five clients there is no mean.`,
      axis: [scale.min, scale.max] as const,
    }),
    columns: [
      {
        ...{ title: msg`mean`, measure: 'scored', value: ({ alliance }) => alliance.mean, drawn: true },
        words: fixed,
      },
      { title: msg`clients`, measure: 'scored', value: ({ alliance }) => alliance.clients, words: whole },
      counted('scored', msg`scores`),
    ],
  },
  {
    key: 'alerts',
    title: msg`Alerts raised`,
    columns: [
      drawn('alliance', msg`alliance`),
      drawn('outcome', msg`outcome`),
      drawn('safety', msg`safety`),
      drawn('attendance', msg`attendance`),
    ],
  },
  {
    key: 'follow-up',
    title: msg`What became of the alerts`,
    note: msg`An alert counts when it was raised. Taken in hand in time means before its deadline.`,
    columns: [
      drawn('in-time', msg`in time`),
      drawn('late', msg`late`),
      counted('taken', msg`taken in hand`),
      {
        ...{ title: msg`median until then`, measure: 'taken' },
        ...{ value: ({ medianSeconds }) => medianSeconds, words: durationWords },
      },
      drawn('repaired', msg`repaired`),
      drawn('not-repaired', msg`not repaired`),
    ],
  },
  {
    key: 'care',
    title: msg`Care`,
    note: msg`A handover neither begins nor ends care. Attune does not know why care ended.`,
    columns: [
      drawn('in-care', msg`in care at the end`),
      drawn('begun', msg`begun`),
      drawn('ended', msg`ended`),
    ],
  },
];

/** The periods in which anything of the group was recorded yet. */
export const recordedOf = ({ columns }: Pick<Group, 'columns'>, periods: readonly Period[]) =>
  periods.filter(({ counts }) => columns.some(({ measure }) => counts[measure] !== null));
