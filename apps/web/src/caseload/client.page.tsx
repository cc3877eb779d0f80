import { type ReactNode, useState } from 'react';
import { Group, Stack, Text, Title } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { AlertCard } from '../alerts/alert-card.tsx';
import { clientAlertsQuery, cutOffOf, rulesQuery } from '../api/alerts.ts';
import { clientQuery } from '../api/caseload.ts';
import { may, sessionQuery, useZone } from '../api/session.ts';
import { CourseChart } from '../charts/course-chart.tsx';
import { Empty, Failed, Loading } from '../shell/states.tsx';
import { day } from '../shell/formats.ts';
import { useTitle } from '../shell/use-title.ts';
import { AskClient } from './ask-client.tsx';
import { Treats } from './client-table.tsx';
import { WaitingNote } from './waiting-for-data.tsx';

const route = getRouteApi('/clients/$clientId');

function sentence(reasons: readonly string[]): string {
  const text = reasons.join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** One client: who treats them, why they may be at risk, and the course of each scale. */
export function ClientPage(): ReactNode {
  const { clientId } = route.useParams();
  const { data: person } = useSuspenseQuery(sessionQuery);
  const { data: client, error, refetch } = useQuery(clientQuery(clientId));
  const { data: alerts = [] } = useQuery(clientAlertsQuery(clientId));
  const { data: rules } = useQuery(rulesQuery);
  const [open, setOpen] = useState<string | null>(null);
  const zone = useZone();
  useTitle(client?.name ?? 'Client');
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!client) return <Loading label="Loading the client" />;
  const totalsFirst = client.series.toSorted(
    (one, other) => Number(other.scale === 'total') - Number(one.scale === 'total'),
  );
  return (
    <Stack gap="xl">
      <div>
        <Title order={1} size="h2">
          {client.name}
        </Title>
        <Group gap="lg" mt={4}>
          <Text c="dimmed" size="sm">
            Therapist: <Treats client={client} zone={zone} />
          </Text>
          {client.lastSession && (
            <Text c="dimmed" size="sm">
              Last session: {day(client.lastSession, zone)}
            </Text>
          )}
          {client.nextSession && (
            <Text c="dimmed" size="sm">
              Next session: {day(client.nextSession, zone)}
            </Text>
          )}
        </Group>
        {client.reasons.length > 0 && <Text mt="sm">{sentence(client.reasons)}</Text>}
        {client.behind && <WaitingNote />}
      </div>
      {alerts.map((alert) => (
        <AlertCard
          key={alert.alertId}
          alert={alert}
          opened={open === alert.alertId}
          onToggle={() => {
            setOpen(open === alert.alertId ? null : alert.alertId);
          }}
        />
      ))}
      {person && may.askClients(person) && <AskClient key={clientId} clientId={clientId} />}
      {totalsFirst.length === 0 && (
        <Empty title="No answers yet">The course appears with the first check-in.</Empty>
      )}
      {totalsFirst.map((series) => (
        <section key={`${series.instrumentUrl}#${series.scale}`}>
          <Title order={2} size="h4" mb="xs">
            {series.title}{' '}
            <Text span c="dimmed" size="sm" fw={400}>
              {series.instrumentTitle}
            </Text>
          </Title>
          <CourseChart series={series} cutOff={cutOffOf(rules?.items ?? [], series)} />
        </section>
      ))}
    </Stack>
  );
}
