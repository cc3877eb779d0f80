import { Badge, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Client } from '../api/caseload.ts';
import { SeverityMark } from '../alerts/severity.tsx';
import { Sparkline } from '../charts/sparkline.tsx';
import { useZone } from '../api/session.ts';
import { day, tidy } from '../shell/formats.ts';
import { changeWords } from './change-words.ts';
import { WaitingMark } from './waiting-for-data.tsx';

/** Rows on a wide screen, cards on a narrow one: the same markup, laid out by the style sheet. */
export function ClientTable({ clients }: { readonly clients: readonly Client[] }) {
  return (
    <Table className="clients" verticalSpacing="sm" highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Client</Table.Th>
          <Table.Th scope="col">Therapist</Table.Th>
          <Table.Th scope="col">Alliance</Table.Th>
          <Table.Th scope="col">Trend</Table.Th>
          <Table.Th scope="col">Last session</Table.Th>
          <Table.Th scope="col">Next session</Table.Th>
          <Table.Th scope="col">Alerts</Table.Th>
          <Table.Th scope="col">Why at risk</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {clients.map((client) => (
          <Row key={client.clientId} client={client} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Row({ client }: { readonly client: Client }) {
  const { lastScore: score, openAlerts: alerts } = client;
  const zone = useZone();
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <Link to="/clients/$clientId" params={{ clientId: client.clientId }} className="link">
          {client.name || 'Name not known yet'}
        </Link>
        {client.behind && (
          <>
            {' '}
            <WaitingMark />
          </>
        )}
      </Table.Th>
      <Table.Td data-label="Therapist">
        <Treats client={client} zone={zone} />
      </Table.Td>
      <Table.Td data-label="Alliance">
        {score ? (
          <>
            {tidy(score.value)}{' '}
            <Text span c="dimmed" size="sm">
              of {score.max}, {changeWords(score.change)}
            </Text>
          </>
        ) : (
          <Text span c="dimmed" size="sm">
            no answer yet
          </Text>
        )}
      </Table.Td>
      <Table.Td data-label="Trend">
        <Sparkline values={client.trend} min={client.lastScore?.min ?? 0} max={client.lastScore?.max ?? 1} />
      </Table.Td>
      <Table.Td data-label="Last session">
        {client.lastSession ? day(client.lastSession, zone) : '–'}
      </Table.Td>
      <Table.Td data-label="Next session">
        {client.nextSession ? day(client.nextSession, zone) : '–'}
      </Table.Td>
      <Table.Td data-label="Alerts">
        {alerts.highest ? (
          <Link to="/clients/$clientId" params={{ clientId: client.clientId }} className="link">
            <SeverityMark severity={alerts.highest} />
          </Link>
        ) : (
          '–'
        )}
      </Table.Td>
      <Table.Td data-label="Why at risk">
        <Text size="sm" c="dimmed">
          {client.reasons.join('; ') || '–'}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}

/** Who treats the client; nobody is a matter for operations unless the care is over. */
export function Treats({ client, zone }: { readonly client: Client; readonly zone: string | null }) {
  if (client.therapist) return client.therapist.name;
  if (client.careEndedAt)
    return <Text span c="dimmed" size="sm">{`Care ended ${day(client.careEndedAt, zone)}`}</Text>;
  return (
    <Badge className="nobody" tt="none">
      Nobody assigned
    </Badge>
  );
}
