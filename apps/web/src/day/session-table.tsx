import { i18n } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { SeverityMark } from '../alerts/severity.tsx';
import type { DaySession } from '../api/day.ts';
import { useZone } from '../api/session.ts';
import { changeWords } from '../caseload/change-words.ts';
import { shortDay, tidy } from '../shell/formats.ts';
import { useNow } from '../shell/use-now.ts';
import { clock } from './dates.ts';

const states = {
  booked: msg`booked`,
  completed: msg`held`,
  cancelled: msg`cancelled`,
  missed: msg`missed`,
};

interface Props {
  readonly sessions: readonly DaySession[];
  readonly withTherapist: boolean;
}

export function SessionTable({ sessions, withTherapist }: Props) {
  return (
    <Table className="clients" verticalSpacing="sm" highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">
            <Trans>Time</Trans>
          </Table.Th>
          <Table.Th scope="col">
            <Trans>Client</Trans>
          </Table.Th>
          {withTherapist && (
            <Table.Th scope="col">
              <Trans>Therapist</Trans>
            </Table.Th>
          )}
          <Table.Th scope="col">
            <Trans>Last check-in</Trans>
          </Table.Th>
          <Table.Th scope="col">
            <Trans>Alerts</Trans>
          </Table.Th>
          <Table.Th scope="col">
            <Trans>Session</Trans>
          </Table.Th>
          <Table.Th scope="col">
            <Trans>Before it</Trans>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sessions.map((session) => (
          <Row key={session.sessionId} session={session} withTherapist={withTherapist} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Row({ session, withTherapist }: { session: DaySession; withTherapist: boolean }) {
  const zone = useZone();
  const now = useNow();
  const { client, lastScore: score, openAlerts: alerts } = session;
  const name = client.name || t`Name not known yet`;
  const over = session.status === 'completed';
  return (
    <Table.Tr>
      <Table.Td data-label={t`Time`} className="unbroken">
        {clock(session.startsAt, zone)}–{clock(session.endsAt, zone)}
      </Table.Td>
      <Table.Th scope="row">
        <Link to="/clients/$clientId" params={{ clientId: client.id }} className="link">
          {name}
        </Link>
      </Table.Th>
      {withTherapist && <Table.Td data-label={t`Therapist`}>{session.therapist.name || '–'}</Table.Td>}
      <Table.Td data-label={t`Last check-in`}>
        {score ? (
          <span>
            {tidy(score.value)}{' '}
            <Text span c="dimmed" size="sm">
              <Trans>
                of {score.max}, {changeWords(score.change)}, {shortDay(score.answeredAt, now, zone)}
              </Trans>
            </Text>
          </span>
        ) : (
          <Text span c="dimmed" size="sm">
            <Trans>no answer yet</Trans>
          </Text>
        )}
      </Table.Td>
      <Table.Td data-label={t`Alerts`}>
        {alerts.highest ? (
          <SeverityMark severity={alerts.highest} />
        ) : (
          <Text span c="dimmed" size="sm">
            <Trans>none</Trans>
          </Text>
        )}
      </Table.Td>
      <Table.Td data-label={t`Session`}>
        {i18n._(states[session.status])}
        {over && `, ${session.answered ? t`answered` : t`not answered yet`}`}
      </Table.Td>
      <Table.Td data-label={t`Before it`}>
        <Link
          to="/clients/$clientId/brief"
          params={{ clientId: client.id }}
          className="link"
          aria-label={t`Brief about ${name}`}
        >
          <Trans>Brief</Trans>
        </Link>
      </Table.Td>
    </Table.Tr>
  );
}
