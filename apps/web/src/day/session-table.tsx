import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { DaySession } from '../api/day.ts';
import { useZone } from '../api/session.ts';
import { AlertsCell, SignsCell } from '../caseload/client-cells.tsx';
import { changeWords } from '../caseload/change-words.ts';
import { RecordSession } from '../sessions/record-session.tsx';
import { sessionStates } from '../sessions/session-words.ts';
import { decimal, shortDay } from '../shell/formats.ts';
import { useNow } from '../shell/use-now.ts';
import { clock } from './dates.ts';

interface Props {
  readonly sessions: readonly DaySession[];
  readonly withTherapist: boolean;
}

/** Plain elements: a component for each cell is what makes a long list slow. */
export function SessionTable({ sessions, withTherapist }: Props) {
  const zone = useZone();
  const now = useNow();
  return (
    <table className="clients">
      <thead>
        <tr>
          <th scope="col">
            <Trans>Time</Trans>
          </th>
          <th scope="col">
            <Trans>Client</Trans>
          </th>
          {withTherapist && (
            <th scope="col">
              <Trans>Therapist</Trans>
            </th>
          )}
          <th scope="col">
            <Trans>Last check-in</Trans>
          </th>
          <th scope="col">
            <Trans>Alerts</Trans>
          </th>
          <th scope="col">
            <Trans>Signs of attrition</Trans>
          </th>
          <th scope="col">
            <Trans>Session</Trans>
          </th>
          <th scope="col">
            <Trans>Before it</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => (
          <Row key={session.sessionId} {...{ session, withTherapist, zone, now }} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly session: DaySession;
  readonly withTherapist: boolean;
  readonly zone: string | null;
  readonly now: number;
}

function Row({ session, withTherapist, zone, now }: RowProps) {
  const { client, lastScore: score, openAlerts: alerts } = session;
  const name = client.name || t`Name not known yet`;
  const over = session.status === 'completed';
  return (
    <tr>
      <td data-label={t`Time`} className="unbroken">
        {clock(session.startsAt, zone)}–{clock(session.endsAt, zone)}
      </td>
      <th scope="row">
        <Link to="/clients/$clientId" params={{ clientId: client.id }} className="link">
          {name}
        </Link>
      </th>
      {withTherapist && <td data-label={t`Therapist`}>{session.therapist.name || '–'}</td>}
      <td data-label={t`Last check-in`}>
        {score ? (
          <span>
            {decimal(score.value)}{' '}
            <span className="soft small">
              <Trans>
                of {decimal(score.max)}, {changeWords(score)}, {shortDay(score.answeredAt, now, zone)}
              </Trans>
            </span>
          </span>
        ) : (
          <span className="soft small">
            <Trans>no answer yet</Trans>
          </span>
        )}
      </td>
      <td data-label={t`Alerts`}>
        <AlertsCell clientId={client.id} alerts={alerts} />
      </td>
      <td data-label={t`Signs of attrition`}>
        <SignsCell client={session} now={now} />
      </td>
      <td data-label={t`Session`}>
        <span>
          {i18n._(sessionStates[session.status])}
          {over && `, ${session.answered ? t`answered` : t`not answered yet`}`}{' '}
          <RecordSession session={session} clientName={name} />
        </span>
      </td>
      <td data-label={t`Before it`}>
        <Link
          to="/clients/$clientId/brief"
          params={{ clientId: client.id }}
          className="link"
          aria-label={t`Brief about ${name}`}
        >
          <Trans>Brief</Trans>
        </Link>
      </td>
    </tr>
  );
}
