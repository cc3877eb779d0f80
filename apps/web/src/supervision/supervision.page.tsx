import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { AlertCard } from '../alerts/alert-card.tsx';
import { type Alert, supervisedQuery } from '../api/alerts.ts';
import { Failed, Loading } from '../shell/states.tsx';
import { useTitle } from '../shell/use-title.ts';

/** What supervisors look after: alerts that went up, and ruptures after which the alliance has not come back. */
export function SupervisionPage(): ReactNode {
  useTitle(t`Supervision`);
  return (
    <Stack gap="xl">
      <Title order={1} size="h2">
        <Trans>Supervision</Trans>
      </Title>
      <Concerns
        title={t`Gone up`}
        explanation={t`Nobody acknowledged these in time.`}
        which="escalated"
        none={t`No alert waits for supervision.`}
      />
      <Concerns
        title={t`Not repaired`}
        explanation={t`The alliance has not come back to what was usual for the client.`}
        which="unrepaired"
        none={t`Every rupture that could be judged was repaired.`}
      />
    </Stack>
  );
}

interface Props {
  readonly title: string;
  readonly explanation: string;
  readonly which: 'escalated' | 'unrepaired';
  readonly none: string;
}

function Concerns({ title, explanation, which, none }: Props) {
  const { data, error, refetch } = useQuery(supervisedQuery(which));
  const [open, setOpen] = useState<string | null>(null);
  const waiting = data?.filter((alert: Alert) => which === 'unrepaired' || alert.status !== 'resolved');
  return (
    <section>
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {explanation}
      </Text>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={2} label={t`Loading ${title}`} />}
      {waiting?.length === 0 && <Text>{none}</Text>}
      <Stack component="ul" gap="sm" className="plain">
        {waiting?.map((alert) => (
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
    </section>
  );
}
