import { Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Client } from '../api/caseload.ts';
import { SeverityMark } from '../alerts/severity.tsx';
import { Sparkline } from '../charts/sparkline.tsx';
import { day } from '../shell/formats.ts';
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
      <Table.Td data-label="Therapist">{client.therapist?.name ?? 'Nobody'}</Table.Td>
      <Table.Td data-label="Alliance">
        {score ? (
          <>
            {score.value}{' '}
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
        <Sparkline values={client.trend} min={12} max={60} />
      </Table.Td>
      <Table.Td data-label="Last session">{client.lastSession ? day(client.lastSession) : '–'}</Table.Td>
      <Table.Td data-label="Next session">{client.nextSession ? day(client.nextSession) : '–'}</Table.Td>
      <Table.Td data-label="Alerts">
        {alerts.highest ? <SeverityMark severity={alerts.highest} /> : '–'}
      </Table.Td>
      <Table.Td data-label="Why at risk">
        <Text size="sm" c="dimmed">
          {client.reasons.join('; ') || '–'}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
