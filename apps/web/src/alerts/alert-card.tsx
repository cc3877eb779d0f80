import { Badge, Button, Card, Group, List, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { acknowledge, type Alert, alertsQuery } from '../api/alerts.ts';
import { ago, moment } from '../shell/formats.ts';
import { AlertCourse } from './alert-course.tsx';
import { ReassignForm } from './reassign-form.tsx';
import { ResolveForm } from './resolve-form.tsx';
import { useZone } from '../api/session.ts';
import { lastSignal } from './rank-alerts.ts';
import { useNow } from '../shell/use-now.ts';
import { SeverityMark } from './severity.tsx';

interface Props {
  readonly alert: Alert;
  readonly opened: boolean;
  readonly onToggle: () => void;
  /** The card is about to go: the focus needs another place. */
  readonly onResolved?: () => void;
}

export function AlertCard({ alert, opened, onToggle, onResolved }: Props) {
  const zone = useZone();
  const more = useRef<HTMLButtonElement>(null);
  const queries = useQueryClient();
  const now = useNow();
  const taking = useMutation({
    mutationFn: acknowledge,
    // Shown at once; what the platform says is fetched either way.
    onMutate: ({ alertId }) => {
      const before = queries.getQueryData(alertsQuery.queryKey);
      const taken = (item: Alert) =>
        item.alertId === alertId ? { ...item, status: 'acknowledged' as const } : item;
      queries.setQueryData(
        alertsQuery.queryKey,
        (data) =>
          data && { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(taken) })) },
      );
      return { before };
    },
    onError: (_error, _alert, context) => {
      queries.setQueryData(alertsQuery.queryKey, context?.before);
    },
    onSuccess: () => {
      more.current?.focus();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['alerts'] }),
  });
  const name = alert.clientName ?? 'Client';
  return (
    <Card
      withBorder
      radius="md"
      padding="md"
      className={`alert alert-${alert.severity} ${alert.status === 'acknowledged' ? 'alert-taken' : ''}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !opened) return;
        onToggle();
        more.current?.focus();
      }}
    >
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Group gap="sm">
            <SeverityMark severity={alert.severity} />
            {alert.concern === 'safety' && (
              <Badge color="red" variant="filled">
                Safety
              </Badge>
            )}
            <Link to="/clients/$clientId" params={{ clientId: alert.clientId }} className="link strong">
              {name}
            </Link>
            {alert.status === 'acknowledged' && (
              <Badge variant="light" color="gray">
                Acknowledged
              </Badge>
            )}
          </Group>
          <Group gap="xs">
            <Text size="sm" c="dimmed" title={moment(alert.raisedAt, zone)}>
              {ago(alert.raisedAt, now)}
              {lastSignal(alert) > alert.raisedAt && ` · again ${ago(lastSignal(alert), now)}`}
              {alert.recipientName && ` · ${alert.recipientName}`}
            </Text>
            {alert.recipientId === null && (
              <Badge className="nobody" tt="none">
                Nobody assigned
              </Badge>
            )}
          </Group>
        </Group>
        <Text>{alert.explanation}</Text>
        {taking.error && (
          <Text c="red" size="sm" role="alert">
            {taking.error.message}
          </Text>
        )}
        <Group gap="xs">
          {alert.permitted.acknowledge && alert.status === 'open' && (
            <Button
              size="xs"
              loading={taking.isPending}
              onClick={() => {
                taking.mutate(alert);
              }}
            >
              Acknowledge
            </Button>
          )}
          <Button size="xs" variant="default" aria-expanded={opened} onClick={onToggle} ref={more}>
            {opened ? 'Less' : 'What to do'}
          </Button>
        </Group>
        {opened && (
          <Stack gap="lg" mt="sm">
            {alert.permitted.reassign && <ReassignForm alert={alert} />}
            <AlertCourse clientId={alert.clientId} />
            <div>
              <Text fw={600} size="sm" mb={4}>
                What may help
              </Text>
              <List size="sm" spacing={4}>
                {alert.suggestions.map((suggestion) => (
                  <List.Item key={suggestion}>{suggestion}</List.Item>
                ))}
              </List>
            </div>
            {alert.permitted.resolve && <ResolveForm alert={alert} {...(onResolved && { onResolved })} />}
          </Stack>
        )}
      </Stack>
    </Card>
  );
}
