import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Stack, Title } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue, useRef } from 'react';
import { AlertList } from '../alerts/alert-list.tsx';
import type { Alert, RuleInForce } from '../api/alerts.ts';
import { clientQuery } from '../api/caseload.ts';
import { may, sessionQuery, useZone } from '../api/session.ts';
import { ClientSessions } from '../sessions/client-sessions.tsx';
import { Delayed } from '../shell/as-of.tsx';
import { usePageActions } from '../shell/page-actions.ts';
import { Failed, Loading } from '../shell/states.tsx';
import { useTitle } from '../shell/use-title.ts';
import { useTogether } from '../shell/use-together.ts';
import { AskClient } from './ask-client.tsx';
import { ClientCharts } from './client-charts.tsx';
import { AttritionSigns, ClientFacts } from './client-facts.tsx';
import { EarlierAlerts } from './earlier-alerts.tsx';
import { MissingAlerting, useAlerting } from './missing-alerting.tsx';
import { OpenRequests } from './open-requests.tsx';
import { ToCaseload } from './to-caseload.tsx';
import { useAskedPending } from './use-asked-pending.ts';
import { WaitingNote } from '../caseload/waiting-for-data.tsx';

const route = getRouteApi('/clients/$clientId');
const none: readonly Alert[] = [];
const noRules: readonly RuleInForce[] = [];

/** One client: who treats them, what waits, the course of each scale, and what became of earlier alerts. */
export function ClientPage(): ReactNode {
  const { clientId } = route.useParams();
  const { data: person } = useSuspenseQuery(sessionQuery);
  const { data: newest, error, refetch } = useQuery(clientQuery(clientId));
  const alerting = useAlerting(clientId);
  const mayAsk = person !== null && may.askClients(person);
  const asking = useAskedPending(clientId, mayAsk);
  // Courses are drawn in slices: whoever clicks meanwhile is heard.
  const client = useDeferredValue(newest);
  const alerts = useDeferredValue(alerting.alerts) ?? none;
  const rules = useDeferredValue(alerting.rules) ?? noRules;
  // Not before what is drawn, which comes later than what is known.
  const ready = useDeferredValue(useTogether(alerting.pending || asking, clientId));
  const zone = useZone();
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(client?.name ?? t`Client`);
  const navigate = useNavigate();
  usePageActions([
    {
      ...{ key: 'brief', title: t`Before the session` },
      go: () => navigate({ to: '/clients/$clientId/brief', params: { clientId } }),
    },
    // What is not known would look calm on paper.
    ...(alerting.known
      ? [
          {
            ...{ key: 'print', title: t`Print` },
            go: () => {
              print();
            },
          },
        ]
      : []),
  ]);
  if (error) return <Failed order={1} error={error} onRetry={() => void refetch()} back={<ToCaseload />} />;
  if (!client || !ready) return <Loading order={1} label={t`Loading the client`} />;
  return (
    <Stack gap="xl">
      <div>
        <Group justify="space-between" align="baseline">
          <Title order={1} size="h2" ref={heading} tabIndex={-1} className="quiet-focus">
            {client.name || t`Name not known yet`}
          </Title>
          <Button
            variant="default"
            renderRoot={(props) => <Link {...props} to="/clients/$clientId/brief" params={{ clientId }} />}
          >
            <Trans>Before the session</Trans>
          </Button>
        </Group>
        <ClientFacts client={client} />
        {client.behind && <WaitingNote />}
      </div>
      <Delayed of={client} zone={zone} />
      <AttritionSigns client={client} />
      <MissingAlerting of={alerting} />
      <AlertList key={clientId} alerts={alerts} onResolved={() => heading.current?.focus()} />
      <Stack gap="md" className="screen-only">
        <OpenRequests clientId={clientId} />
        {mayAsk && <AskClient key={clientId} client={client} />}
      </Stack>
      {!alerting.pending && <ClientCharts client={client} alerts={alerts} rules={rules} />}
      <ClientSessions client={client} />
      <EarlierAlerts
        alerts={alerts.filter(({ status }) => status === 'resolved')}
        onReopened={() => heading.current?.focus()}
      />
    </Stack>
  );
}
