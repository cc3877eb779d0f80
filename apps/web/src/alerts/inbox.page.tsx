import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { alertsQuery } from '../api/alerts.ts';
import { sessionQuery } from '../api/session.ts';
import { Empty, Failed, Loading } from '../shell/states.tsx';
import { AlertCard } from './alert-card.tsx';
import { useSteadyList } from './use-steady-list.ts';

/** What waits for the person, growing live; what is under the cursor stays there. */
export function InboxPage(): ReactNode {
  const { data: person } = useSuspenseQuery(sessionQuery);
  const { data, error, refetch, isPending } = useQuery(alertsQuery);
  const { shown, fresh, showFresh } = useSteadyList(data?.items);
  const [open, setOpen] = useState<string | null>(null);
  const mine = shown.filter(({ recipientId }) => recipientId === person?.id).length;
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="baseline">
        <Title order={1} size="h2">
          Alerts
        </Title>
        <Text c="dimmed" size="sm" role="status">
          {shown.length === 0 ? '' : `${shown.length} waiting${mine > 0 ? `, ${mine} for you` : ''}`}
        </Text>
      </Group>
      {fresh > 0 && (
        <Button variant="light" fullWidth onClick={showFresh}>
          {fresh === 1 ? 'Show 1 new alert' : `Show ${fresh} new alerts`}
        </Button>
      )}
      {isPending && <Loading label="Loading alerts" />}
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {data && shown.length === 0 && fresh === 0 && (
        <Empty title="Nothing waits">
          A low or falling alliance appears here as soon as a client has answered.
        </Empty>
      )}
      <Stack component="ul" gap="sm" className="plain">
        {shown.map((alert) => (
          <li key={alert.alertId}>
            <AlertCard
              alert={alert}
              opened={open === alert.alertId}
              onToggle={() => {
                setOpen(open === alert.alertId ? null : alert.alertId);
              }}
            />
          </li>
        ))}
      </Stack>
    </Stack>
  );
}
