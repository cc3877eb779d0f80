import { Table } from '@mantine/core';
import type { Series } from '../api/caseload.ts';
import { useZone } from '../api/session.ts';
import { day, tidy } from '../shell/formats.ts';
import type { Course, Point } from './course-model.ts';

interface Props {
  readonly series: Series;
  readonly course: Course;
  readonly weak: (value: number) => boolean;
}

/** All that the drawing says, in words, the newest first. */
export function CourseTable({ series, course: { points, unanswered }, weak }: Props) {
  const zone = useZone();
  const rows = [
    ...points.map((point) => ({ at: point.at, point })),
    ...unanswered.map((at) => ({ at, point: null })),
  ].toSorted((one, other) => other.at - one.at);
  const banded = points.some(({ usual }) => usual !== null);
  return (
    <details>
      <summary>The same as a table</summary>
      <Table withRowBorders={false} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Answered</Table.Th>
            <Table.Th>{series.title}</Table.Th>
            {banded && <Table.Th>Usual until then</Table.Th>}
            <Table.Th>Remarks</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ at, point }) => (
            <Table.Tr key={point?.responseId ?? at}>
              <Table.Td>{day(new Date(at).toISOString(), zone)}</Table.Td>
              <Table.Td>{point ? tidy(point.value) : '–'}</Table.Td>
              {banded && <Table.Td>{point?.usual ? bandWords(point.usual) : '–'}</Table.Td>}
              <Table.Td>{point ? remarks(point, weak(point.value)) : 'session without an answer'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  );
}

const bandWords = ({ low, high }: { low: number; high: number }) => `${tidy(low)} to ${tidy(high)}`;
const marks = { rupture: 'rupture alert', repair: 'repaired' } as const;

const remarks = ({ mark }: Point, isWeak: boolean): string =>
  [mark ? marks[mark] : '', isWeak ? 'weak' : ''].filter(Boolean).join(', ');
