import { Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { SeverityMark } from '../alerts/severity.tsx';
import type { Client } from '../api/caseload.ts';
import { useZone } from '../api/session.ts';
import { Sparkline } from '../charts/sparkline.tsx';
import { shortDay, tidy } from '../shell/formats.ts';
import { useNow } from '../shell/use-now.ts';
import { changeWords } from './change-words.ts';
import { Treats } from './treats.tsx';
import { careWords, missedWords, rateWords } from './engagement-words.ts';
import { WaitingMark } from './waiting-for-data.tsx';

export function ClientRow({ client }: { readonly client: Client }) {
  const { openAlerts: alerts, missed, requests } = client;
  const zone = useZone();
  const now = useNow();
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <div>
          <Link to="/clients/$clientId" params={{ clientId: client.clientId }} className="link">
            {client.name || 'Name not known yet'}
          </Link>
          {client.behind && (
            <>
              {' '}
              <WaitingMark />
            </>
          )}
        </div>
      </Table.Th>
      <Table.Td data-label="Therapist">
        <Treats client={client} zone={zone} />
      </Table.Td>
      <Table.Td data-label="Alliance">
        <Alliance client={client} />
      </Table.Td>
      <Table.Td data-label="Alerts">
        {alerts.highest ? (
          <Link to="/clients/$clientId" params={{ clientId: client.clientId }} className="link">
            <SeverityMark severity={alerts.highest} />
            {alerts.count > 1 && ` and ${alerts.count - 1} more`}
          </Link>
        ) : (
          <Nothing>none</Nothing>
        )}
      </Table.Td>
      <Table.Td data-label="Signs of attrition">
        <Signs client={client} />
      </Table.Td>
      <Table.Td data-label="Last contact" className="unbroken">
        <div>
          {client.lastContact ? shortDay(client.lastContact, now, zone) : <Nothing>none yet</Nothing>}
          {client.nextSession && (
            <Text size="xs" c="dimmed">
              next {shortDay(client.nextSession, now, zone)}
            </Text>
          )}
        </div>
      </Table.Td>
      <Table.Td data-label="Missed">
        {missed.last90Days + missed.inARow > 0 ? missedWords(missed) : <Nothing>none</Nothing>}
      </Table.Td>
      <Table.Td data-label="Answered">
        {requests.due > 0 ? rateWords(requests) : <Nothing>not asked yet</Nothing>}
      </Table.Td>
      <Table.Td data-label="In care" className="unbroken">
        {client.weeksInCare === null ? <Nothing>–</Nothing> : careWords(client.weeksInCare)}
      </Table.Td>
    </Table.Tr>
  );
}

function Nothing({ children }: { readonly children: ReactNode }) {
  return (
    <Text span c="dimmed" size="sm">
      {children}
    </Text>
  );
}

function Alliance({ client: { lastScore: score, trend } }: { readonly client: Client }) {
  if (!score) return <Nothing>no answer yet</Nothing>;
  return (
    <div>
      {tidy(score.value)}{' '}
      <Text span c="dimmed" size="sm">
        of {score.max}, {changeWords(score.change)}
      </Text>
      <Sparkline values={trend} min={score.min} max={score.max} />
    </div>
  );
}

/** Every sign in words; the number is their weight, by which the list can be sorted. */
function Signs({ client: { attrition } }: { readonly client: Client }) {
  if (attrition.factors.length === 0) return <Nothing>none</Nothing>;
  return (
    <ul className="plain signs">
      {attrition.factors.map(({ code, weight, reason }) => (
        <li key={code} className={weight === 2 ? 'marked' : undefined}>
          {reason}
        </li>
      ))}
    </ul>
  );
}
