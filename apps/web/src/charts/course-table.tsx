import { i18n } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Table } from '@mantine/core';
import { useState } from 'react';
import type { Series } from '../api/caseload.ts';
import { useZone } from '../api/session.ts';
import { day, tidy } from '../shell/formats.ts';
import type { Course, Point } from './course-model.ts';

interface Props {
  readonly series: Series;
  readonly course: Course;
  readonly weak: (value: number) => boolean;
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

function Rows({ series, course: { points, unanswered }, weak }: Props) {
  const zone = useZone();
  const rows = [
    ...points.map((point) => ({ at: point.at, point })),
    ...unanswered.map((at) => ({ at, point: null })),
  ].toSorted((one, other) => other.at - one.at);
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
        {rows.map(({ at, point }) => (
          <Table.Tr key={point?.responseId ?? at}>
            <Table.Td>{day(new Date(at).toISOString(), zone)}</Table.Td>
            <Table.Td>{point ? tidy(point.value) : '–'}</Table.Td>
            {banded && <Table.Td>{point?.usual ? bandWords(point.usual) : '–'}</Table.Td>}
            <Table.Td>{point ? remarks(point, weak(point.value)) : t`session without an answer`}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

const bandWords = ({ low, high }: { low: number; high: number }) => t`${tidy(low)} to ${tidy(high)}`;
const marks = { rupture: msg`rupture alert`, repair: msg`repaired` };

const remarks = ({ mark }: Point, isWeak: boolean): string =>
  [mark ? i18n._(marks[mark]) : '', isWeak ? t`weak` : ''].filter(Boolean).join(', ');
