import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import type { Alert } from '../api/alerts.ts';
import type { Series, Session } from '../api/caseload.ts';
import { useZone } from '../api/session.ts';
import { day, tidy } from '../shell/formats.ts';
import { type Course, courseOf } from './course-model.ts';
import { CourseTable } from './course-table.tsx';
import { Marker } from './marker.tsx';

interface Props {
  readonly series: Series;
  /** Beyond it a score raises an alert by itself. */
  readonly cutOff: number | null;
  readonly sessions?: readonly Session[];
  readonly alerts?: readonly Alert[];
  /** The time that is shown, so that charts beneath each other have the same axis. */
  readonly span?: readonly [from: number, to: number];
  readonly height?: number;
}

const width = 720;
const pad = { left: 36, right: 12, top: 14, bottom: 24 };

/** A scale's course over time, with what is weak, what is usual and what happened, and the same as a table. */
export function CourseChart({ series, cutOff, sessions, alerts, span, height = 220 }: Props) {
  const course = courseOf(series, sessions, alerts);
  const { points } = course;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last)
    return (
      <Text c="dimmed">
        <Trans>No answers yet.</Trans>
      </Text>
    );
  const weak = (value: number) =>
    cutOff !== null && (series.higherIsBetter ? value < cutOff : value > cutOff);
  return (
    <figure className="course">
      <Drawing {...{ series, cutOff, course, height, weak }} span={span ?? [first.at, last.at]} />
      <CourseTable series={series} course={course} weak={weak} />
    </figure>
  );
}

interface DrawingProps {
  readonly series: Series;
  readonly cutOff: number | null;
  readonly course: Course;
  readonly span: readonly [from: number, to: number];
  readonly height: number;
  readonly weak: (value: number) => boolean;
}

function Drawing({ series, cutOff, course, span, height, weak }: DrawingProps) {
  const zone = useZone();
  const { points, lines, unanswered } = course;
  const [from, to] = span;
  const inner = { width: width - pad.left - pad.right, height: height - pad.top - pad.bottom };
  const x = (at: number) => pad.left + ((at - from) / Math.max(to - from, 1)) * inner.width;
  const y = (value: number) =>
    height - pad.bottom - ((value - series.min) / (series.max - series.min)) * inner.height;
  const within = (value: number) => y(Math.min(series.max, Math.max(series.min, value)));
  const usual = points.filter(({ usual: band }) => band !== null);
  const edge = (end: 'low' | 'high') =>
    usual.map(({ at, usual: band }) => `${x(at)},${within(band?.[end] ?? 0)}`);
  const ticks = [series.min, (series.min + series.max) / 2, series.max].filter(Number.isInteger);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${series.title}: ${summary(course)}`}>
      {usual.length > 1 && (
        <polygon className="usual" points={[...edge('high'), ...edge('low').toReversed()].join(' ')} />
      )}
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="grid" x1={pad.left} x2={width - pad.right} y1={y(tick)} y2={y(tick)} />
          <text x={pad.left - 8} y={y(tick) + 4} textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      {cutOff !== null && (
        <g className="cut-off">
          <line x1={pad.left} x2={width - pad.right} y1={y(cutOff)} y2={y(cutOff)} />
          <text x={pad.left + 4} y={y(cutOff) + (series.higherIsBetter ? 14 : -6)} className="halo">
            {series.higherIsBetter ? t`weak below ${cutOff}` : t`high above ${cutOff}`}
          </text>
        </g>
      )}
      {lines.map((line) => (
        <polyline key={line[0]?.at} points={line.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ')} />
      ))}
      {unanswered.map((at) => (
        <Marker key={at} x={x(at)} y={height - pad.bottom - 6} kind="unanswered" />
      ))}
      {points.map(({ responseId, at, value, mark }) => (
        <Marker key={responseId} x={x(at)} y={y(value)} kind={mark ?? (weak(value) ? 'low' : null)} />
      ))}
      <text x={pad.left} y={height - 6}>
        {day(new Date(from).toISOString(), zone)}
      </text>
      {to > from && (
        <text x={width - pad.right} y={height - 6} textAnchor="end">
          {day(new Date(to).toISOString(), zone)}
        </text>
      )}
    </svg>
  );
}

function summary({ points, unanswered }: Course): string {
  const count = (mark: string) => points.filter((point) => point.mark === mark).length;
  const [first, latest] = [tidy(points[0]?.value ?? 0), tidy(points.at(-1)?.value ?? 0)];
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
