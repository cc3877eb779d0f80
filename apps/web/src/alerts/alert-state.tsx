import { i18n } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Badge, Text } from '@mantine/core';
import type { Alert } from '../api/alerts.ts';
import { ago, dayAndTime, moment } from '../shell/formats.ts';
import { isOverdue } from './narrow.ts';
import { lastSignal, signalledSince } from './rank-alerts.ts';

const concerns = { safety: msg`Safety`, attendance: msg`Attendance`, outcome: msg`Outcome`, alliance: null };

interface Props {
  readonly alert: Alert;
  readonly zone: string | null;
  readonly now: number;
}

/** What kind of alert it is, and what has been done about it, in badges. */
export function AlertBadges({ alert, zone, now }: Props) {
  const { concern, status, snoozedUntil, escalation, repair } = alert;
  const kind = concerns[concern];
  return (
    <>
      {kind && (
        <Badge
          color={concern === 'safety' ? 'red' : 'gray'}
          variant={concern === 'safety' ? 'filled' : 'outline'}
        >
          {i18n._(kind)}
        </Badge>
      )}
      {escalation && (
        <Badge color="grape" variant="light" tt="none" title={moment(escalation.at, zone)}>
          {escalation.level === 'supervisor'
            ? t`Gone up to supervision ${ago(escalation.at, now)}`
            : t`Gone up to the clinic lead ${ago(escalation.at, now)}`}
        </Badge>
      )}
      {snoozedUntil && (
        <Badge variant="light" color="gray" tt="none">
          <Trans>Put off until {moment(snoozedUntil, zone)}</Trans>
        </Badge>
      )}
      {!snoozedUntil && status === 'acknowledged' && (
        <Badge variant="light" color="gray">
          <Trans>Acknowledged</Trans>
        </Badge>
      )}
      {status === 'in-progress' && (
        <Badge variant="light" color="blue">
          <Trans>In progress</Trans>
        </Badge>
      )}
      {signalledSince(alert) && (
        <Badge className="attention" tt="none" title={moment(lastSignal(alert), zone)}>
          <Trans>Signalled again since</Trans>
        </Badge>
      )}
      {repair && repair.status !== 'watching' && (
        <Badge variant="light" color={repair.status === 'repaired' ? 'teal' : 'red'} tt="none">
          {repair.status === 'repaired' ? t`Repaired` : t`Not repaired`}
        </Badge>
      )}
    </>
  );
}

/** By when somebody is to acknowledge it, and that it is late. */
export function Deadline({ alert, zone, now }: { alert: Alert; zone: string | null; now: number }) {
  const { status, acknowledgeBy: by } = alert;
  const late = isOverdue(alert, now);
  if (status !== 'open' || (by === null && !late)) return null;
  return (
    <Text span size="sm" c={late ? 'red' : 'dimmed'} {...(by !== null && { title: moment(by, zone) })}>
      {late || by === null ? ` · ${t`overdue`}` : ` · ${t`due ${dayAndTime(by, zone)}, ${ago(by, now)}`}`}
    </Text>
  );
}
