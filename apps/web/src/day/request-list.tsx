import { t } from '@lingui/core/macro';
import { Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { DayRequest } from '../api/day.ts';
import { useZone } from '../api/session.ts';
import { ago, moment, whole } from '../shell/formats.ts';
import { useNow } from '../shell/use-now.ts';

interface Props {
  readonly title: string;
  readonly requests: readonly DayRequest[];
  readonly none: string;
}

/** Check-ins that were asked for, and when their time is or was over. */
export function RequestList({ title, requests, none }: Props) {
  const zone = useZone();
  const now = useNow();
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {title}{' '}
        {requests.length > 0 && (
          <Text span c="dimmed" size="sm" fw={400}>
            {requests.length === 200 ? t`200 or more` : whole(requests.length)}
          </Text>
        )}
      </Title>
      {requests.length === 0 && <Text c="dimmed">{none}</Text>}
      <ul className="plain rows">
        {requests.map(({ requestId, client, therapistName, expiresAt }) => (
          <li key={requestId}>
            <Link to="/clients/$clientId" params={{ clientId: client.id }} className="link">
              {client.name || t`Name not known yet`}
            </Link>
            <span className="soft small" title={moment(expiresAt, zone)}>
              {therapistName && `${therapistName} · `}
              {Date.parse(expiresAt) > now
                ? t`open until ${moment(expiresAt, zone)}`
                : t`time was over ${ago(expiresAt, now)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
