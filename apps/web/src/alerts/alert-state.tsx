import { Badge, Text } from '@mantine/core';
import type { Alert } from '../api/alerts.ts';
import { ago, day, moment } from '../shell/formats.ts';

const concerns = { safety: 'Safety', attendance: 'Attendance', outcome: 'Outcome', alliance: null } as const;

/** What kind of alert it is, and what has been done about it, in badges. */
export function AlertBadges({ alert, zone }: { readonly alert: Alert; readonly zone: string | null }) {
  const { concern, status, snoozedUntil, escalation, repair } = alert;
  const kind = concerns[concern];
  return (
    <>
      {kind && (
        <Badge
          color={concern === 'safety' ? 'red' : 'gray'}
          variant={concern === 'safety' ? 'filled' : 'outline'}
        >
          {kind}
        </Badge>
      )}
      {escalation && (
        <Badge color="grape" variant="light" tt="none">
          Gone up to {escalation.level === 'supervisor' ? 'supervision' : 'the clinic lead'}
        </Badge>
      )}
      {snoozedUntil && (
        <Badge variant="light" color="gray" tt="none">
          Put off until {day(snoozedUntil, zone)}
        </Badge>
      )}
      {!snoozedUntil && status === 'acknowledged' && (
        <Badge variant="light" color="gray">
          Acknowledged
        </Badge>
      )}
      {status === 'in-progress' && (
        <Badge variant="light" color="blue">
          In progress
        </Badge>
      )}
      {repair && repair.status !== 'watching' && (
        <Badge variant="light" color={repair.status === 'repaired' ? 'teal' : 'red'} tt="none">
          {repair.status === 'repaired' ? 'Repaired' : 'Not repaired'}
        </Badge>
      )}
    </>
  );
}

/** By when somebody is to acknowledge it, while that is still to come or has just passed. */
export function Deadline({ alert, zone, now }: { alert: Alert; zone: string | null; now: number }) {
  if (alert.status !== 'open' || alert.acknowledgeBy === null) return null;
  const late = new Date(alert.acknowledgeBy).getTime() <= now;
  return (
    <Text span size="sm" c={late ? 'red' : 'dimmed'} title={moment(alert.acknowledgeBy, zone)}>
      {late ? ' · overdue' : ` · due ${ago(alert.acknowledgeBy, now)}`}
    </Text>
  );
}
