import { Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { SeverityMark } from '../alerts/severity.tsx';
import type { DaySession } from '../api/day.ts';
import { useZone } from '../api/session.ts';
import { changeWords } from '../caseload/change-words.ts';
import { shortDay, tidy } from '../shell/formats.ts';
import { useNow } from '../shell/use-now.ts';
import { clock } from './dates.ts';

const states = { booked: 'booked', completed: 'held', cancelled: 'cancelled', missed: 'missed' } as const;

interface Props {
  readonly sessions: readonly DaySession[];
  readonly withTherapist: boolean;
}

export function SessionTable({ sessions, withTherapist }: Props) {
  return (
    <Table className="clients" verticalSpacing="sm" highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Time</Table.Th>
          <Table.Th scope="col">Client</Table.Th>
          {withTherapist && <Table.Th scope="col">Therapist</Table.Th>}
          <Table.Th scope="col">Last check-in</Table.Th>
          <Table.Th scope="col">Alerts</Table.Th>
          <Table.Th scope="col">Session</Table.Th>
          <Table.Th scope="col">Before it</Table.Th>
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
  const name = client.name || 'Name not known yet';
  const over = session.status === 'completed';
  return (
    <Table.Tr>
      <Table.Td data-label="Time" className="unbroken">
        {clock(session.startsAt, zone)}–{clock(session.endsAt, zone)}
      </Table.Td>
      <Table.Th scope="row">
        <Link to="/clients/$clientId" params={{ clientId: client.id }} className="link">
          {name}
        </Link>
      </Table.Th>
      {withTherapist && <Table.Td data-label="Therapist">{session.therapist.name || '–'}</Table.Td>}
      <Table.Td data-label="Last check-in">
        {score ? (
          <span>
            {tidy(score.value)}{' '}
            <Text span c="dimmed" size="sm">
              of {score.max}, {changeWords(score.change)}, {shortDay(score.answeredAt, now, zone)}
            </Text>
          </span>
        ) : (
          <Text span c="dimmed" size="sm">
            no answer yet
          </Text>
        )}
      </Table.Td>
      <Table.Td data-label="Alerts">
        {alerts.highest ? (
          <SeverityMark severity={alerts.highest} />
        ) : (
          <Text span c="dimmed" size="sm">
            none
          </Text>
        )}
      </Table.Td>
      <Table.Td data-label="Session">
        {states[session.status]}
        {over && (session.answered ? ', answered' : ', not answered yet')}
      </Table.Td>
      <Table.Td data-label="Before it">
        <Link
          to="/clients/$clientId/brief"
          params={{ clientId: client.id }}
          className="link"
          aria-label={`Brief about ${name}`}
        >
          Brief
        </Link>
      </Table.Td>
    </Table.Tr>
  );
}
