import { t } from '@lingui/core/macro';
import { memo } from 'react';
import type { Series } from '../api/caseload.ts';
import { useZone } from '../api/session.ts';
import { decimal, shortDay } from '../shell/formats.ts';
import type { Course } from './course-model.ts';
import { Marker } from './marker.tsx';
import { footOf, pad, pathOf, type Plane, width } from './plane.ts';
import { banded, signOf } from './signs.ts';
import { cutOffWords } from './stop-words.ts';

interface Props {
  readonly series: Series;
  readonly course: Course;
  readonly span: readonly [from: number, to: number];
  readonly plane: Plane;
}

/** Of a line that begins at the last answer something is seen, too. */
const shortest = 28;

/** Where the days are told: at the ends and between. */
const shares = [0, 1 / 3, 2 / 3, 1];

/** What is weak, what is usual and what happened, drawn. */
export const Drawing = memo(function Drawing({ series, course, span, plane }: Props) {
  const { points, lines, unanswered, cutOff, target } = course;
  const { x, y } = plane;
  return (
    <>
      <Usual {...{ series, course, plane }} />
      <Axes {...{ series, span, plane }} />
      {cutOff !== null && (
        <g className="cut-off">
          <line x1={pad.left} x2={width - pad.right} y1={y(cutOff)} y2={y(cutOff)} />
          <text x={pad.left + 4} y={y(cutOff) + (series.higherIsBetter ? 14 : -6)} className="halo">
            {cutOffWords(series, cutOff)}
          </text>
        </g>
      )}
      {target && (
        <g>
          <line
            className="target"
            x1={Math.min(x(target.from), width - pad.right - shortest)}
            x2={width - pad.right}
            y1={y(target.value)}
            y2={y(target.value)}
          />
          <text x={width - pad.right} y={y(target.value) - 5} textAnchor="end" className="halo">
            {t`back at ${decimal(target.value)}`}
          </text>
        </g>
      )}
      {lines.map((line) => (
        <path key={line[0]?.at} className="line" d={pathOf(line.map(({ at, value }) => [x(at), y(value)]))} />
      ))}
      {unanswered.map((at) => (
        <Marker key={at} x={x(at)} y={footOf(plane)} kind="unanswered" />
      ))}
      {points.map(
        ({ at, bound, responseId }) =>
          bound !== null && (
            <line
              key={responseId}
              className="bound"
              x1={x(at) - 9}
              x2={x(at) + 9}
              y1={y(bound)}
              y2={y(bound)}
            />
          ),
      )}
      {points.map((point) => (
        <Marker key={point.responseId} x={x(point.at)} y={y(point.value)} kind={signOf(point)} />
      ))}
    </>
  );
});

function Usual({ series, course, plane: { x, y } }: Omit<Props, 'span'>) {
  const bands = banded(course);
  if (bands.length < 2) return null;
  const within = (value: number) => y(Math.min(series.max, Math.max(series.min, value)));
  const edge = (side: 'low' | 'high') =>
    bands.map(({ at, usual }) => [x(at), within(usual?.[side] ?? 0)] as const);
  return <path className="usual" d={`${pathOf([...edge('low'), ...edge('high').reverse()])}Z`} />;
}

function Axes({ series: { min, max }, span: [from, to], plane: { height, x, y } }: Omit<Props, 'course'>) {
  const zone = useZone();
  const ticks = [min, (min + max) / 2, max].filter(Number.isInteger);
  const days = to > from ? shares.map((share) => from + share * (to - from)) : [from];
  const foot = height - pad.bottom;
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="grid" x1={pad.left} x2={width - pad.right} y1={y(tick)} y2={y(tick)} />
          <text x={pad.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
            {decimal(tick)}
          </text>
        </g>
      ))}
      {days.map((at, index) => (
        <g key={at} className="day">
          <line x1={x(at)} x2={x(at)} y1={foot} y2={foot + 4} />
          <text
            x={x(at)}
            y={foot + 17}
            textAnchor={index === 0 ? 'start' : index === days.length - 1 ? 'end' : 'middle'}
          >
            {shortDay(new Date(at).toISOString(), to, zone)}
          </text>
        </g>
      ))}
    </>
  );
}
