import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Series, staffQuery } from '../api/caseload.ts';
import { responsesQuery } from '../api/requests.ts';
import { useZone } from '../api/session.ts';
import { decimal } from '../shell/formats.ts';
import type { Course, Point } from './course-model.ts';
import { daysOf, markWords } from './stop-words.ts';

interface Props {
  /** Whose course it is, where it may be asked who keyed in what. */
  readonly clientId: string | undefined;
  readonly series: Series;
  readonly course: Course;
}

/** All that the drawing says, in words, the newest first. Drawn when it is opened: most never are. */
export function CourseTable(props: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <details
      onToggle={({ currentTarget }) => {
        setOpened(currentTarget.open);
      }}
    >
      <summary>
        <Trans>The same as a table</Trans>
      </summary>
      {opened && <Rows {...props} />}
    </details>
  );
}

function Rows({ clientId, series, course: { points, stops } }: Props) {
  const zone = useZone();
  const keyedIn = useKeyedIn(clientId);
  const rows = stops.toReversed();
  const days = daysOf(
    rows.map(({ at }) => at),
    zone,
  );
  const banded = points.some(({ usual }) => usual !== null);
  return (
    <Table withRowBorders={false} verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>
            <Trans>Answered</Trans>
          </Table.Th>
          <Table.Th>{series.title}</Table.Th>
          {banded && (
            <Table.Th>
              <Trans>Usual until then</Trans>
            </Table.Th>
          )}
          <Table.Th>
            <Trans>Remarks</Trans>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ at, point }, index) => (
          <Table.Tr key={point?.responseId ?? at}>
            <Table.Td>{days[index]}</Table.Td>
            <Table.Td>{point ? decimal(point.value) : '–'}</Table.Td>
            {banded && <Table.Td>{point?.usual ? bandWords(point.usual) : '–'}</Table.Td>}
            <Table.Td>
              {point ? remarks(point, series, keyedIn(point.responseId)) : t`session without an answer`}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

const bandWords = ({ low, high }: { low: number; high: number }) => t`${decimal(low)} to ${decimal(high)}`;

const remarks = (point: Point, series: Series, paper: string): string =>
  [markWords(point, series), point.weak ? t`weak` : '', paper].filter(Boolean).join(', ');

/** Says of an answer that it came from paper, and through whose hands; nothing of one that the client sent. */
function useKeyedIn(clientId: string | undefined): (responseId: string) => string {
  const { data: responses = [] } = useQuery({
    ...responsesQuery(clientId ?? ''),
    enabled: clientId !== undefined,
  });
  const { data: staff = [] } = useQuery(staffQuery);
  return (responseId) => {
    const by = responses.find((each) => each.responseId === responseId)?.enteredBy ?? null;
    if (by === null) return '';
    const name = staff.find(({ personId }) => personId === by)?.name ?? t`somebody`;
    return t`from paper, keyed in by ${name}`;
  };
}
