import { Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type TherapistFigures, therapistsQuery } from '../api/day.ts';
import { useZone } from '../api/session.ts';
import { durationWords } from '../day/dates.ts';
import { moment } from '../shell/formats.ts';
import { Empty, Failed, Loading } from '../shell/states.tsx';
import { useTitle } from '../shell/use-title.ts';

const share = (part: number, whole: number) =>
  whole === 0 ? '–' : `${Math.round((part / whole) * 100)} % of ${whole}`;

/** Who carries how much and where alerts wait, by name. */
export function TherapistsPage(): ReactNode {
  const { data, error, refetch } = useQuery(therapistsQuery);
  const zone = useZone();
  useTitle('Therapists');
  return (
    <Stack gap="lg">
      <div>
        <Title order={1} size="h2">
          Therapists
        </Title>
        <Text size="sm" c="dimmed" role="status">
          {data?.asOf && `As of ${moment(data.asOf, zone)}`}
        </Text>
      </div>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={6} label="Loading the therapists" />}
      {data?.items.length === 0 && (
        <Empty title="Nobody here">Therapists appear as soon as they treat somebody.</Empty>
      )}
      {data && data.items.length > 0 && (
        <>
          <Figures items={data.items} />
          <Text size="sm" c="dimmed" maw={720}>
            Alerts and repairs of the last {data.days} days; check-ins of the clients in care now. These
            figures help to share the work. They are no ranking: who treats clients in greater need has more
            alerts and slower repairs.
          </Text>
        </>
      )}
    </Stack>
  );
}

function Figures({ items }: { readonly items: readonly TherapistFigures[] }) {
  return (
    <Table className="clients" verticalSpacing="sm" highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Therapist</Table.Th>
          <Table.Th scope="col">Clients in care</Table.Th>
          <Table.Th scope="col">Sessions, next 7 days</Table.Th>
          <Table.Th scope="col">Alerts waiting</Table.Th>
          <Table.Th scope="col">Median until taken in hand</Table.Th>
          <Table.Th scope="col">Check-ins answered</Table.Th>
          <Table.Th scope="col">Ruptures repaired</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((one) => (
          <Table.Tr key={one.therapistId}>
            <Table.Th scope="row">{one.name ?? 'Name not known yet'}</Table.Th>
            <Table.Td data-label="Clients in care">
              <Link to="/caseload" search={{ therapistId: one.therapistId }} className="link">
                {one.clients}
              </Link>
            </Table.Td>
            <Table.Td data-label="Sessions, next 7 days">
              <Link to="/day" search={{ therapistId: one.therapistId }} className="link">
                {one.sessionsNextWeek}
              </Link>
            </Table.Td>
            <Table.Td data-label="Alerts waiting">
              {one.waitingAlerts > 0 ? (
                <Link
                  to="/caseload"
                  search={{ therapistId: one.therapistId, filter: 'alerts:1..', sort: 'alerts' }}
                  className="link"
                >
                  {one.waitingAlerts}
                </Link>
              ) : (
                'none'
              )}
            </Table.Td>
            <Table.Td data-label="Median until taken in hand">
              {one.medianSeconds === null
                ? '–'
                : `${durationWords(one.medianSeconds)} (${one.acknowledged} of ${one.alerts})`}
            </Table.Td>
            <Table.Td data-label="Check-ins answered">
              {share(one.requestsAnswered, one.requestsDue)}
            </Table.Td>
            <Table.Td data-label="Ruptures repaired">
              {share(one.repaired, one.repaired + one.notRepaired)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
