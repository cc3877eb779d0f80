import { t } from '@lingui/core/macro';
import type { Series } from '../api/caseload.ts';
import { day, decimal, moment, tidy } from '../shell/formats.ts';
import type { Course, Point, Stop } from './course-model.ts';

type Scale = Pick<Series, 'max' | 'higherIsBetter'>;

export interface StopWords {
  /** The score and what it means. */
  readonly head: string;
  readonly rest: readonly string[];
}

/** What somebody is told of a place in a course. */
export function stopWords(
  { at, point }: Stop,
  scale: Scale,
  cutOff: Course['cutOff'],
  zone: string | null,
): StopWords {
  const when = moment(new Date(at).toISOString(), zone);
  if (!point) return { head: t`session without an answer`, rest: [when] };
  const { value, weak, change } = point;
  return {
    head: [
      t`${decimal(value)} of ${decimal(scale.max)}`,
      weak && cutOff !== null ? cutOffWords(scale, cutOff) : '',
    ]
      .filter(Boolean)
      .join(', '),
    rest: [when, sinceBefore(change), markWords(point, scale)].filter(Boolean),
  };
}

/** What the cut-off of a scale says. */
export const cutOffWords = ({ higherIsBetter }: Pick<Scale, 'higherIsBetter'>, cutOff: number) =>
  higherIsBetter ? t`weak below ${cutOff}` : t`high above ${cutOff}`;

function sinceBefore(change: number | null): string {
  if (change === null) return t`first answer`;
  if (tidy(change) === 0) return t`as the answer before`;
  const points = decimal(Math.abs(change));
  return change < 0 ? t`${points} lower than the answer before` : t`${points} higher than the answer before`;
}

/** What an answer meant, and the score that it was held against; empty where it raised and repaired nothing. */
export function markWords(
  { mark, bound }: Pick<Point, 'mark' | 'bound'>,
  { higherIsBetter }: Pick<Scale, 'higherIsBetter'>,
) {
  if (mark === null) return '';
  if (mark === 'repair') return t`repaired`;
  if (bound === null) return t`rupture alert`;
  return higherIsBetter
    ? t`rupture alert: below ${decimal(bound)}`
    : t`rupture alert: above ${decimal(bound)}`;
}

/** The day of each, and the time as well where several fall on one day. */
export function daysOf(instants: readonly number[], zone: string | null): string[] {
  const told = instants.map((at) => new Date(at).toISOString());
  const days = told.map((at) => day(at, zone));
  const count = Map.groupBy(days, (name) => name);
  return told.map((at, index) => {
    const name = days[index] ?? '';
    return (count.get(name)?.length ?? 0) > 1 ? moment(at, zone) : name;
  });
}
