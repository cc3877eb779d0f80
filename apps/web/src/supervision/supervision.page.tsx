import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Stack, Text, Title } from '@mantine/core';
import { useQuery, type UseQueryResult, useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { AlertList } from '../alerts/alert-list.tsx';
import { rankAlerts } from '../alerts/rank-alerts.ts';
import { type Alert, supervisedQuery } from '../api/alerts.ts';
import { may, sessionQuery } from '../api/session.ts';
import { Empty, Failed, Loading } from '../shell/states.tsx';
import { useTitle } from '../shell/use-title.ts';
import { awaited, useTogether } from '../shell/use-together.ts';

/** What supervisors look after: alerts that went up, and ruptures after which the alliance has not come back. */
export function SupervisionPage(): ReactNode {
  useTitle(t`Supervision`);
  const { data: person } = useSuspenseQuery(sessionQuery);
  if (!person || !may.supervise(person)) {
    return (
      <Empty title={t`Not for your role`} order={1}>
        <Trans>Supervision is for supervisors and the clinic lead.</Trans>
      </Empty>
    );
  }
  return (
    <Stack gap="xl">
      <Title order={1} size="h2">
        <Trans>Supervision</Trans>
      </Title>
      <Supervised />
    </Stack>
  );
}

/** One list pushes the other away: they come together. */
function Supervised() {
  const [escalated, unrepaired] = [
    useQuery(supervisedQuery('escalated')),
    useQuery(supervisedQuery('unrepaired')),
  ];
  if (!useTogether(awaited([escalated, unrepaired]), 'supervision'))
    return <Loading rows={4} label={t`Loading what needs supervision`} />;
  return (
    <>
      <Concerns
        title={t`Gone up`}
        explanation={t`Nobody acknowledged these in time.`}
        found={escalated}
        none={t`No alert waits for supervision.`}
      />
      <Concerns
        title={t`Not repaired`}
        explanation={t`The alliance has not come back to what was usual for the client.`}
        found={unrepaired}
        closedToo
        none={t`No rupture has been judged as not repaired.`}
      />
    </>
  );
}

interface Props {
  readonly title: string;
  readonly explanation: string;
  readonly found: UseQueryResult<readonly Alert[]>;
  readonly closedToo?: boolean;
  readonly none: string;
}

function Concerns({ title, explanation, found, closedToo = false, none }: Props) {
  const { data, error, refetch } = found;
  const nothing = data?.every(({ status }) => status === 'resolved' && !closedToo);
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
      {nothing && <Text>{none}</Text>}
      {data && <AlertList alerts={rankAlerts(data)} closedToo={closedToo} />}
    </section>
  );
}
