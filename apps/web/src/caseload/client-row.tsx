import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
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
import { factorWords } from './factor-words.ts';
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
            {client.name || t`Name not known yet`}
          </Link>
          {client.behind && (
            <>
              {' '}
              <WaitingMark />
            </>
          )}
        </div>
      </Table.Th>
      <Table.Td data-label={t`Therapist`}>
        <Treats client={client} zone={zone} />
      </Table.Td>
      <Table.Td data-label={t`Alliance`}>
        <Alliance client={client} />
      </Table.Td>
      <Table.Td data-label={t`Alerts`}>
        {alerts.highest ? (
          <Link to="/clients/$clientId" params={{ clientId: client.clientId }} className="link">
            <SeverityMark severity={alerts.highest} />
            {alerts.count > 1 && ` ${t`and ${alerts.count - 1} more`}`}
          </Link>
        ) : (
          <Nothing>
            <Trans>none</Trans>
          </Nothing>
        )}
      </Table.Td>
      <Table.Td data-label={t`Signs of attrition`}>
        <Signs client={client} now={now} />
      </Table.Td>
      <Table.Td data-label={t`Last contact`} className="unbroken">
        <div>
          {client.lastContact ? (
            shortDay(client.lastContact, now, zone)
          ) : (
            <Nothing>
              <Trans>none yet</Trans>
            </Nothing>
          )}
          {client.nextSession && (
            <Text size="xs" c="dimmed">
              <Trans>next {shortDay(client.nextSession, now, zone)}</Trans>
            </Text>
          )}
        </div>
      </Table.Td>
      <Table.Td data-label={t`Missed`}>
        {missed.last90Days + missed.inARow > 0 ? (
          missedWords(missed)
        ) : (
          <Nothing>
            <Trans>none</Trans>
          </Nothing>
        )}
      </Table.Td>
      <Table.Td data-label={t`Answered`}>
        {requests.due > 0 ? (
          rateWords(requests)
        ) : (
          <Nothing>
            <Trans>not asked yet</Trans>
          </Nothing>
        )}
      </Table.Td>
      <Table.Td data-label={t`In care`} className="unbroken">
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
  if (!score)
    return (
      <Nothing>
        <Trans>no answer yet</Trans>
      </Nothing>
    );
  return (
    <div>
      {tidy(score.value)}{' '}
      <Text span c="dimmed" size="sm">
        <Trans>
          of {score.max}, {changeWords(score.change)}
        </Trans>
      </Text>
      <Sparkline values={trend} min={score.min} max={score.max} />
    </div>
  );
}

/** Every sign in words; the number is their weight, by which the list can be sorted. */
function Signs({ client, now }: { readonly client: Client; readonly now: number }) {
  const { attrition } = client;
  if (attrition.factors.length === 0)
    return (
      <Nothing>
        <Trans>none</Trans>
      </Nothing>
    );
  return (
    <ul className="plain signs">
      {attrition.factors.map((factor) => (
        <li key={factor.code} className={factor.weight === 2 ? 'marked' : undefined}>
          {factorWords(factor, client, now)}
        </li>
      ))}
    </ul>
  );
}
