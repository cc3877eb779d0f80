import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Box, Button, Group, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { lazy, useRef, useState } from 'react';
import { type Client, staffQuery } from '../api/caseload.ts';
import { may, sessionQuery, useZone } from '../api/session.ts';
import { clientSessionsQuery } from '../api/sessions.ts';
import { moment } from '../shell/formats.ts';
import { usePageActions } from '../shell/page-actions.ts';
import { MoreButton } from '../shell/more-button.tsx';
import { Later } from '../shell/later.tsx';
import { script } from '../shell/script.ts';
import { Loading } from '../shell/states.tsx';
import { RecordSession } from './record-session.tsx';
import { sessionStates } from './session-words.ts';

const BookSession = lazy(() => script(() => import('./book-session.tsx')));

/** A client's sessions of these weeks and all that are booked. */
export function ClientSessions({ client }: { readonly client: Client }) {
  const zone = useZone();
  const { data: person } = useSuspenseQuery(sessionQuery);
  const { data: staff = [] } = useQuery(staffQuery);
  const found = useInfiniteQuery(clientSessionsQuery(client.clientId));
  const [booking, setBooking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const keeps = person !== null && may.keepSessions(person);
  const book = () => {
    setBooking(true);
    opener.current?.focus();
  };
  usePageActions(keeps ? [{ key: 'book', title: t`Book a session`, go: book }] : []);
  const nameOf = (id: string) => staff.find(({ personId }) => personId === id)?.name ?? '';
  return (
    <section>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          <Trans>Sessions</Trans>
        </Title>
        {keeps && (
          <Button
            ref={opener}
            size="xs"
            variant="default"
            aria-expanded={booking}
            onClick={() => {
              setBooking(!booking);
            }}
          >
            <Trans>Book a session</Trans>
          </Button>
        )}
      </Group>
      {booking && (
        <Box mb="md">
          <Later of={client.clientId} loading={<Loading rows={1} label={t`Loading the form`} />}>
            <BookSession key={client.clientId} client={client} />
          </Later>
        </Box>
      )}
      {found.error && (
        <Text c="red" size="sm" role="alert">
          {found.error.message}
        </Text>
      )}
      {found.data?.length === 0 && (
        <Text c="dimmed" size="sm">
          <Trans>None in the last two weeks, and none is booked.</Trans>
        </Text>
      )}
      <ul className="plain rows">
        {found.data?.map((session) => (
          <li key={session.sessionId}>
            <span>
              <time dateTime={session.startsAt}>{moment(session.startsAt, zone)}</time>{' '}
              <span className="soft small">
                {i18n._(sessionStates[session.status])}
                {` · ${nameOf(session.therapistId)}`}
                {session.type !== 'individual' && ` · ${session.type}`}
              </span>
            </span>
            <span>
              <RecordSession session={session} clientName={client.name} />
            </span>
          </li>
        ))}
      </ul>
      <MoreButton of={found}>
        <Trans>Later sessions</Trans>
      </MoreButton>
    </section>
  );
}
