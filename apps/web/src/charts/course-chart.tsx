import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { AxisBottom, AxisLeft } from '@visx/axis';
import { scaleLinear, scaleTime } from '@visx/scale';
import { Area, LinePath } from '@visx/shape';
import { memo } from 'react';
import type { Alert } from '../api/alerts.ts';
import type { Series, Session } from '../api/caseload.ts';
import { useZone } from '../api/session.ts';
import { decimal, shortDay } from '../shell/formats.ts';
import { type Course, courseOf } from './course-model.ts';
import { CourseTable } from './course-table.tsx';
import { Marker } from './marker.tsx';

interface Props {
  readonly clientId?: string;
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
/** Where the days are told: at the ends and between. */
const shares = [0, 1 / 3, 2 / 3, 1];
const pad = { left: 36, right: 12, top: 14, bottom: 24 };

/** A scale's course over time, with what is weak, what is usual and what happened, and the same as a table. */
export const CourseChart = memo(function CourseChart(props: Props) {
  const { series, cutOff, sessions, alerts, span, height = 220 } = props;
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
      <CourseTable clientId={props.clientId} series={series} course={course} weak={weak} />
    </figure>
  );
});

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
  const x = scaleTime({ domain: [from, Math.max(to, from + 1)], range: [pad.left, width - pad.right] });
  const y = scaleLinear({ domain: [series.min, series.max], range: [height - pad.bottom, pad.top] });
  const within = (value: number) => y(Math.min(series.max, Math.max(series.min, value)));
  const usual = points.filter(({ usual: band }) => band !== null);
  const days = to > from ? shares.map((share) => new Date(from + share * (to - from))) : [new Date(from)];
  const ticks = [series.min, (series.min + series.max) / 2, series.max].filter(Number.isInteger);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${series.title}: ${summary(course)}`}>
      {usual.length > 1 && (
        <Area
          className="usual"
          data={usual}
          x={({ at }) => x(at)}
          y0={({ usual: band }) => within(band?.low ?? 0)}
          y1={({ usual: band }) => within(band?.high ?? 0)}
        />
      )}
      {ticks.map((tick) => (
        <line key={tick} className="grid" x1={pad.left} x2={width - pad.right} y1={y(tick)} y2={y(tick)} />
      ))}
      <AxisLeft
        left={pad.left}
        scale={y}
        tickValues={ticks}
        tickFormat={(tick) => decimal(tick.valueOf())}
        hideAxisLine
        hideTicks
        tickLabelProps={{}}
      />
      <AxisBottom
        top={height - pad.bottom}
        scale={x}
        tickValues={days}
        tickFormat={(at) => shortDay(new Date(at.valueOf()).toISOString(), to, zone)}
        hideAxisLine
        tickClassName="day"
        tickLength={4}
        tickLabelProps={(_, index) => ({
          textAnchor: index === 0 ? 'start' : index === days.length - 1 ? 'end' : 'middle',
        })}
      />
      {cutOff !== null && (
        <g className="cut-off">
          <line x1={pad.left} x2={width - pad.right} y1={y(cutOff)} y2={y(cutOff)} />
          <text x={pad.left + 4} y={y(cutOff) + (series.higherIsBetter ? 14 : -6)} className="halo">
            {series.higherIsBetter ? t`weak below ${cutOff}` : t`high above ${cutOff}`}
          </text>
        </g>
      )}
      {lines.map((line) => (
        <LinePath
          key={line[0]?.at}
          className="line"
          data={[...line]}
          x={({ at }) => x(at)}
          y={({ value }) => y(value)}
        />
      ))}
      {unanswered.map((at) => (
        <Marker key={at} x={x(at)} y={height - pad.bottom - 6} kind="unanswered" />
      ))}
      {points.map(({ responseId, at, value, mark }) => (
        <Marker key={responseId} x={x(at)} y={y(value)} kind={mark ?? (weak(value) ? 'low' : null)} />
      ))}
    </svg>
  );
}

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
