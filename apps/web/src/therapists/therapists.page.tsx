import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue } from 'react';
import { type TherapistFigures, therapistsQuery } from '../api/day.ts';
import { useZone } from '../api/session.ts';
import { durationWords } from '../day/dates.ts';
import { asOfWords, Delayed } from '../shell/as-of.tsx';
import { shareOf, whole } from '../shell/formats.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { Empty, Failed, Loading } from '../shell/states.tsx';
import { useTitle } from '../shell/use-title.ts';

const share = (part: number, all: number) => (all === 0 ? '–' : shareOf(part, all));

/** Who carries how much and where alerts wait, by name. */
export function TherapistsPage(): ReactNode {
  const { data: newest, error, refetch } = useQuery(therapistsQuery);
  // Drawn in slices: whoever clicks meanwhile is heard.
  const data = useDeferredValue(newest);
  const zone = useZone();
  useTitle(t`Therapists`);
  return (
    <Stack gap="lg" className="wide">
      <PageTitle state={data && asOfWords(data, zone)}>
        <Trans>Therapists</Trans>
      </PageTitle>
      <Delayed of={data} zone={zone} />
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={6} label={t`Loading the therapists`} />}
      {data?.items.length === 0 && (
        <Empty title={t`Nobody here`}>
          <Trans>Therapists appear as soon as they treat somebody.</Trans>
        </Empty>
      )}
      {data && data.items.length > 0 && (
        <>
          <Figures items={data.items} />
          <Text size="sm" c="dimmed" maw={720}>
            <Trans>
              Alerts and repairs of the last {data.days} days; check-ins of the clients in care now. These
              figures help to share the work. They are no ranking: who treats clients in greater need has more
              alerts and slower repairs.
            </Trans>
          </Text>
        </>
      )}
    </Stack>
  );
}

/** A number that is a link leads to just what it counts; the others lead nowhere. */
function Figures({ items }: { readonly items: readonly TherapistFigures[] }) {
  return (
    <Table className="clients" verticalSpacing="sm" highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">
            <Trans>Therapist</Trans>
          </Table.Th>
          <Table.Th scope="col">
            <Trans>Clients in care</Trans>
          </Table.Th>
          <Table.Th scope="col">
            <Trans>Sessions, next 7 days</Trans>
          </Table.Th>
          <Table.Th scope="col">
            <Trans>Alerts waiting</Trans>
          </Table.Th>
          <Table.Th scope="col">
            <Trans>Median until taken in hand</Trans>
          </Table.Th>
          <Table.Th scope="col">
            <Trans>Check-ins answered</Trans>
          </Table.Th>
          <Table.Th scope="col">
            <Trans>Ruptures repaired</Trans>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((one) => (
          <Table.Tr key={one.therapistId}>
            <Table.Th scope="row">
              {one.name ?? t`Name not known yet`}
              <div className="soft tiny plain-weight">
                <Link to="/day" search={{ therapistId: one.therapistId }} className="link">
                  <Trans>Day</Trans>
                </Link>{' '}
                ·{' '}
                <Link to="/trends" search={{ therapistId: one.therapistId }} className="link">
                  <Trans>Trends</Trans>
                </Link>
              </div>
            </Table.Th>
            <Table.Td data-label={t`Clients in care`}>
              <Link to="/caseload" search={{ therapistId: one.therapistId }} className="link">
                {whole(one.clients)}
              </Link>
            </Table.Td>
            <Table.Td data-label={t`Sessions, next 7 days`}>{whole(one.sessionsNextWeek)}</Table.Td>
            <Table.Td data-label={t`Alerts waiting`}>
              {one.waitingAlerts > 0 ? whole(one.waitingAlerts) : t`none`}
            </Table.Td>
            <Table.Td data-label={t`Median until taken in hand`}>
              {one.medianSeconds === null
                ? '–'
                : t`${durationWords(one.medianSeconds)} (${whole(one.acknowledged)} of ${whole(one.alerts)})`}
            </Table.Td>
            <Table.Td data-label={t`Check-ins answered`}>
              {share(one.requestsAnswered, one.requestsDue)}
            </Table.Td>
            <Table.Td data-label={t`Ruptures repaired`}>
              {share(one.repaired, one.repaired + one.notRepaired)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
