import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { alertsQuery } from '../api/alerts.ts';
import { sessionQuery } from '../api/session.ts';
import { Empty, Failed, Loading } from '../shell/states.tsx';
import { AlertCard } from './alert-card.tsx';
import { useSteadyList } from './use-steady-list.ts';

/** What waits for the person, growing live; what is under the cursor stays there. */
export function InboxPage(): ReactNode {
  const { data: person } = useSuspenseQuery(sessionQuery);
  const { data, error, refetch, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(alertsQuery);
  const { shown, fresh, showFresh, showAll } = useSteadyList(data);
  const showOlder = async () => {
    const { data: more } = await fetchNextPage();
    if (more) showAll(more);
  };
  const [open, setOpen] = useState<string | null>(null);
  const mine = shown.filter(({ recipientId }) => recipientId === person?.id).length;
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="baseline">
        <Title order={1} size="h2">
          Alerts
        </Title>
        <Text c="dimmed" size="sm" role="status">
          {shown.length > 0 && waitingWords({ count: shown.length, mine, more: hasNextPage })}
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
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void showOlder()}>
          Show older alerts
        </Button>
      )}
    </Stack>
  );
}

function waitingWords({ count, mine, more }: { count: number; mine: number; more: boolean }): string {
  if (more) return `the newest ${count}, and more`;
  return `${count} waiting${mine > 0 ? `, ${mine} for you` : ''}`;
}
