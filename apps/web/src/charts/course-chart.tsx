import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { memo, useMemo, useRef } from 'react';
import type { Series } from '../api/caseload.ts';
import { decimal } from '../shell/formats.ts';
import { Along } from './along.tsx';
import type { Course } from './course-model.ts';
import { CourseTable } from './course-table.tsx';
import { Drawing } from './drawing.tsx';
import { Legend } from './legend.tsx';
import { planeOf, width } from './plane.ts';
import { type Sign, signsOf } from './signs.ts';
import { useInSight } from './use-in-sight.ts';

interface Props {
  readonly clientId?: string;
  readonly series: Series;
  readonly course: Course;
  /** The time that is shown, so that charts beneath each other have the same axis. */
  readonly span?: readonly [from: number, to: number];
  readonly height?: number;
  /** What of its signs is explained beneath it, where a chart above has explained the others; otherwise all. */
  readonly explained?: readonly Sign[];
}

/** A scale's course over time, with what is weak, what is usual and what happened, and the same as a table. */
export const CourseChart = memo(function CourseChart(props: Props) {
  const { series, course, height = 220, explained = signsOf(course) } = props;
  const [first, last] = [course.points[0]?.at, course.points.at(-1)?.at];
  const [from, to] = props.span ?? [first ?? 0, last ?? 0];
  const span = useMemo(() => [from, to] as const, [from, to]);
  const plane = useMemo(() => planeOf(series, span, height), [series, span, height]);
  const plot = useRef<HTMLDivElement>(null);
  const inSight = useInSight(plot);
  if (first === undefined)
    return (
      <Text c="dimmed">
        <Trans>No answers yet.</Trans>
      </Text>
    );
  return (
    <figure className="course">
      <div className="plot" ref={plot}>
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${series.title}: ${summary(course)}`}>
          {inSight && <Drawing {...{ series, course, span, plane }} />}
        </svg>
        {inSight && <Along {...{ series, course, plane }} />}
      </div>
      <Legend signs={explained} />
      <CourseTable clientId={props.clientId} series={series} course={course} />
    </figure>
  );
});

function summary({ points, unanswered }: Course): string {
  const count = (mark: string) => points.filter((point) => point.mark === mark).length;
  const [first, latest] = [decimal(points[0]?.value ?? 0), decimal(points.at(-1)?.value ?? 0)];
  const parts = [
    plural(points.length, { one: '# answer', other: '# answers' }),
    t`first ${first}, latest ${latest}`,
    count('rupture') > 0 ? t`${count('rupture')} with a rupture alert` : '',
    count('repair') > 0 ? t`${count('repair')} repaired` : '',
    unanswered.length > 0
      ? plural(unanswered.length, {
          one: '# session without an answer',
          other: '# sessions without an answer',
        })
      : '',
  ];
  return parts.filter(Boolean).join(', ');
}
