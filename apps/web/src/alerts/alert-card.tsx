import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import type { Alert } from '../api/alerts.ts';
import { may, sessionQuery, useZone } from '../api/session.ts';
import { ago, moment } from '../shell/formats.ts';
import { useNow } from '../shell/use-now.ts';
import { AlertActions } from './alert-actions.tsx';
import { AlertCourse } from './alert-course.tsx';
import { Notes, RepairWords, Suggestions } from './alert-help.tsx';
import { AlertBadges, Deadline } from './alert-state.tsx';
import { explanationOf } from './explanation.ts';
import { MovedAnswers } from './moved-answers.tsx';
import { lastSignal } from './rank-alerts.ts';
import { ReassignForm } from './reassign-form.tsx';
import { ResolveForm } from './resolve-form.tsx';
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
  const now = useNow();
  const newest = alert.signals.findLast(({ withdrawn }) => !withdrawn);
  // A risk is no part of any course.
  const about = alert.concern === 'safety' ? undefined : newest;
  const { data: person } = useSuspenseQuery(sessionQuery);
  const readsAnswers = person !== null && may.readAnswers(person);
  return (
    <Card
      withBorder
      radius="md"
      padding="md"
      className={`alert alert-${alert.severity} ${alert.status === 'open' ? '' : 'alert-taken'}`}
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
            <Link to="/clients/$clientId" params={{ clientId: alert.clientId }} className="link strong">
              {alert.clientName ?? t`Client`}
            </Link>
            <AlertBadges alert={alert} zone={zone} />
          </Group>
          <Group gap="xs">
            <Text size="sm" c="dimmed" title={moment(alert.raisedAt, zone)}>
              {ago(alert.raisedAt, now)}
              {lastSignal(alert) > alert.raisedAt && ` · ${t`again ${ago(lastSignal(alert), now)}`}`}
              {alert.recipientName && ` · ${alert.recipientName}`}
              <Deadline alert={alert} zone={zone} now={now} />
            </Text>
            {alert.recipientId === null && (
              <Badge className="nobody" tt="none">
                <Trans>Nobody assigned</Trans>
              </Badge>
            )}
          </Group>
        </Group>
        <Text>{explanationOf(alert, zone)}</Text>
        <Group gap="xs">
          <AlertActions alert={alert} next={more} />
          <Button size="xs" variant="default" aria-expanded={opened} onClick={onToggle} ref={more}>
            {opened ? t`Less` : t`What to do`}
          </Button>
        </Group>
        {opened && (
          <Stack gap="lg" mt="sm">
            {alert.permitted.reassign && <ReassignForm alert={alert} />}
            {about && (
              <AlertCourse
                clientId={alert.clientId}
                instrumentUrl={about.instrument.url}
                scale={about.scale}
              />
            )}
            <RepairWords alert={alert} />
            {newest && readsAnswers && <MovedAnswers responseId={newest.responseId} />}
            <Suggestions alert={alert} />
            <Notes alert={alert} zone={zone} />
            {alert.permitted.resolve && <ResolveForm alert={alert} {...(onResolved && { onResolved })} />}
          </Stack>
        )}
      </Stack>
    </Card>
  );
}
