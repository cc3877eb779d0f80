import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { SeverityMark } from '../alerts/severity.tsx';
import type { Client, OpenAlerts, Signs } from '../api/caseload.ts';
import { Sparkline } from '../charts/sparkline.tsx';
import { decimal, shortDay } from '../shell/formats.ts';
import { changeWords } from './change-words.ts';
import { factorWords } from './factor-words.ts';
import { WaitingMark } from './waiting-for-data.tsx';

/** Plain elements: a component for each cell is what makes a long list slow. */
export const Nothing = ({ children }: { readonly children: ReactNode }) => (
  <span className="soft small">{children}</span>
);

interface Props {
  readonly client: Client;
}

export function NameCell({ client }: Props) {
  return (
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
  );
}

export function AllianceCell({ client: { lastScore: score, trend } }: Props) {
  if (!score)
    return (
      <Nothing>
        <Trans>no answer yet</Trans>
      </Nothing>
    );
  return (
    <div>
      {decimal(score.value)}{' '}
      <Nothing>
        <Trans>
          of {decimal(score.max)}, {changeWords(score)}
        </Trans>
      </Nothing>
      <Sparkline values={trend} min={score.min} max={score.max} />
    </div>
  );
}

interface AlertsProps {
  readonly clientId: string;
  readonly alerts: OpenAlerts;
}

/** The gravest open alert; one about safety before all. */
export function AlertsCell({ clientId, alerts }: AlertsProps) {
  if (!alerts.highest)
    return (
      <Nothing>
        <Trans>none</Trans>
      </Nothing>
    );
  return (
    <Link to="/clients/$clientId" params={{ clientId }} className="link">
      {alerts.safety ? (
        <Badge color="red" variant="filled">
          <Trans>Safety</Trans>
        </Badge>
      ) : (
        <SeverityMark severity={alerts.highest} />
      )}
      {alerts.count > 1 && ` ${t`and ${alerts.count - 1} more`}`}
    </Link>
  );
}

/** Every sign in words; the number is their weight, by which the list can be sorted. */
export function SignsCell({ client, now }: { readonly client: Signs; readonly now: number }) {
  const { factors } = client.attrition;
  if (factors.length === 0)
    return (
      <Nothing>
        <Trans>none</Trans>
      </Nothing>
    );
  return (
    <ul className="plain signs">
      {factors.map((factor) => (
        <li
          key={factor.code}
          {...(factor.weight === 2 && { className: 'marked', title: t`marked: counts twice` })}
        >
          {factorWords(factor, client, now)}
        </li>
      ))}
    </ul>
  );
}

interface Timed extends Props {
  readonly now: number;
  readonly zone: string | null;
}

export function SessionsCell({ client: { lastSession, nextSession }, now, zone }: Timed) {
  return (
    <div>
      {lastSession ? (
        shortDay(lastSession, now, zone)
      ) : (
        <Nothing>
          <Trans>none yet</Trans>
        </Nothing>
      )}
      <div className="soft tiny">
        {nextSession ? <Trans>next {shortDay(nextSession, now, zone)}</Trans> : <Trans>nothing booked</Trans>}
      </div>
    </div>
  );
}

export function ContactCell({ client: { lastContact }, now, zone }: Timed) {
  if (lastContact) return shortDay(lastContact, now, zone);
  return (
    <Nothing>
      <Trans>none yet</Trans>
    </Nothing>
  );
}
