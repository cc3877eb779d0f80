import { Table, Text } from '@mantine/core';
import type { Series } from '../api/caseload.ts';
import { useZone } from '../api/session.ts';
import { day, tidy } from '../shell/formats.ts';

interface Props {
  readonly series: Series;
  /** Below it an alliance counts as low. */
  readonly cutOff: number | null;
}

const [width, height] = [720, 220];
const pad = { left: 36, right: 12, top: 12, bottom: 24 };

/** A scale's course over time, with the line below which it is weak, and the same as a table. */
export function CourseChart({ series, cutOff }: Props) {
  const zone = useZone();
  const points = series.points.filter((point) => point.value !== null) as {
    value: number;
    answeredAt: string;
  }[];
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return <Text c="dimmed">No answers yet.</Text>;
  const [from, to] = [Date.parse(first.answeredAt), Date.parse(last.answeredAt)];
  const x = (at: string) =>
    pad.left + ((Date.parse(at) - from) / Math.max(to - from, 1)) * (width - pad.left - pad.right);
  const y = (value: number) =>
    height -
    pad.bottom -
    ((value - series.min) / (series.max - series.min)) * (height - pad.top - pad.bottom);
  const ticks = [series.min, (series.min + series.max) / 2, series.max].filter(Number.isInteger);
  return (
    <figure className="course">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${series.title}: ${summary(points)}`}>
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
            <text x={pad.left + 4} y={y(cutOff) - 6} className="halo">
              weak below {cutOff}
            </text>
          </g>
        )}
        <polyline points={points.map((point) => `${x(point.answeredAt)},${y(point.value)}`).join(' ')} />
        {points.map((point) => {
          const low = cutOff !== null && point.value < cutOff;
          const [cx, cy] = [x(point.answeredAt), y(point.value)];
          return low ? (
            <rect
              key={point.answeredAt}
              className="low"
              x={cx - 5}
              y={cy - 5}
              width={10}
              height={10}
              transform={`rotate(45 ${cx} ${cy})`}
            />
          ) : (
            <circle key={point.answeredAt} cx={cx} cy={cy} r={3.5} />
          );
        })}
        <text x={pad.left} y={height - 6}>
          {day(first.answeredAt, zone)}
        </text>
        {last !== first && (
          <text x={width - pad.right} y={height - 6} textAnchor="end">
            {day(last.answeredAt, zone)}
          </text>
        )}
      </svg>
      <details>
        <summary>The same as a table</summary>
        <Table withRowBorders={false} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Answered</Table.Th>
              <Table.Th>{series.title}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {points.toReversed().map((point) => (
              <Table.Tr key={point.answeredAt}>
                <Table.Td>{day(point.answeredAt, zone)}</Table.Td>
                <Table.Td>
                  {tidy(point.value)}
                  {cutOff !== null && point.value < cutOff ? ' (weak)' : ''}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </details>
    </figure>
  );
}

const summary = (points: readonly { value: number }[]) =>
  `${points.length} answers, first ${points[0]?.value}, latest ${points.at(-1)?.value}`;
