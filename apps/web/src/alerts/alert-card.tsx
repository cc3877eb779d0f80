import { Badge, Button, Card, Group, List, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { acknowledge, type Alert, alertsQuery } from '../api/alerts.ts';
import { ago, moment } from '../shell/formats.ts';
import { AlertCourse } from './alert-course.tsx';
import { ReassignForm } from './reassign-form.tsx';
import { ResolveForm } from './resolve-form.tsx';
import { useNow } from '../shell/use-now.ts';
import { SeverityMark } from './severity.tsx';

interface Props {
  readonly alert: Alert;
  readonly opened: boolean;
  readonly onToggle: () => void;
}

export function AlertCard({ alert, opened, onToggle }: Props) {
  const queries = useQueryClient();
  const now = useNow();
  const taking = useMutation({
    mutationFn: acknowledge,
    // Shown at once; what the platform says is fetched either way.
    onMutate: ({ alertId }) => {
      const taken = (item: Alert) =>
        item.alertId === alertId ? { ...item, status: 'acknowledged' as const } : item;
      queries.setQueryData(
        alertsQuery.queryKey,
        (data) =>
          data && { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(taken) })) },
      );
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['alerts'] }),
  });
  const name = alert.clientName ?? 'Client';
  return (
    <Card withBorder radius="md" padding="md" className={`alert alert-${alert.severity}`}>
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Group gap="sm">
            <SeverityMark severity={alert.severity} />
            <Link to="/clients/$clientId" params={{ clientId: alert.clientId }} className="link strong">
              {name}
            </Link>
            {alert.status === 'acknowledged' && (
              <Badge variant="light" color="gray">
                Acknowledged
              </Badge>
            )}
          </Group>
          <Text size="sm" c="dimmed" title={moment(alert.raisedAt)}>
            {ago(alert.raisedAt, now)} · {alert.recipientName ?? 'nobody assigned'}
          </Text>
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
          <Button size="xs" variant="default" aria-expanded={opened} onClick={onToggle}>
            {opened ? 'Less' : 'What to do'}
          </Button>
        </Group>
        {opened && (
          <Stack gap="lg" mt="sm">
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
            {alert.permitted.resolve && <ResolveForm alert={alert} />}
            {alert.permitted.reassign && <ReassignForm alert={alert} />}
          </Stack>
        )}
      </Stack>
    </Card>
  );
}
