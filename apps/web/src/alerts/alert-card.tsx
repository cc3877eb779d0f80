import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, useEffect, useRef, useState } from 'react';
import type { Alert } from '../api/alerts.ts';
import { useZone } from '../api/session.ts';
import { ago, moment } from '../shell/formats.ts';
import { Later } from '../shell/later.tsx';
import { script } from '../shell/script.ts';
import { Loading } from '../shell/states.tsx';
import { useNow } from '../shell/use-now.ts';
import { AlertActions } from './alert-actions.tsx';
import { AlertBadges, Deadline } from './alert-state.tsx';
import { explanationOf } from './explanation.ts';
import { lastSignal } from './rank-alerts.ts';
import { SeverityMark } from './severity.tsx';
import { wayInto } from './undo.tsx';

/** Fetched with the first alert that is opened: the forms and the course weigh more than the list. */
const AlertDetails = lazy(() => script(() => import('./alert-details.tsx')));

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
  // Whoever comes by the address of an alert is shown it.
  const [addressed] = useState(opened);
  useEffect(() => {
    if (addressed) more.current?.scrollIntoView({ block: 'center' });
  }, [addressed]);
  const now = useNow();
  return (
    <Card
      withBorder
      radius="md"
      padding="md"
      className={`alert alert-${alert.severity} ${alert.status === 'open' ? '' : 'alert-taken'}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !opened) return;
        // What is half written is not lost by a key.
        if (event.target instanceof HTMLTextAreaElement && event.target.value !== '') return;
        onToggle();
        more.current?.focus();
      }}
    >
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Group gap="sm">
            <SeverityMark severity={alert.severity} />
            <Link to="/clients/$clientId" params={{ clientId: alert.clientId }} className="link strong">
              {alert.clientName ?? t`Client`}
            </Link>
            <AlertBadges alert={alert} zone={zone} now={now} />
          </Group>
          <Group gap="xs">
            <Text size="sm" c="dimmed" title={moment(alert.raisedAt, zone)}>
              {ago(alert.raisedAt, now)}
              {lastSignal(alert) > alert.raisedAt && ` · ${t`again ${ago(lastSignal(alert), now)}`}`}
              {alert.recipientName && ` · ${alert.recipientName}`}
              <Deadline alert={alert} zone={zone} now={now} />
            </Text>
            {alert.recipientId === null && (
              <Badge className="attention" tt="none">
                <Trans>Nobody assigned</Trans>
              </Badge>
            )}
          </Group>
        </Group>
        <Text>{explanationOf(alert, zone)}</Text>
        <Group gap="xs">
          <AlertActions alert={alert} next={more} />
          <Button
            size="xs"
            variant="default"
            aria-expanded={opened}
            onClick={onToggle}
            ref={more}
            id={wayInto(alert)}
          >
            {opened ? t`Less` : t`What to do`}
          </Button>
        </Group>
        {opened && (
          <Later of={alert.alertId} loading={<Loading rows={4} label={t`Loading what may help`} />}>
            <AlertDetails alert={alert} {...(onResolved && { onResolved })} />
          </Later>
        )}
      </Stack>
    </Card>
  );
}
