import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Group, Stack, Text, Title } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { Message } from '../api/admin.ts';
import { instrumentsQuery, nameOf } from '../api/instruments.ts';
import { type AskedRequest, clientMessagesQuery, requestsQuery } from '../api/requests.ts';
import { may, sessionQuery, useZone } from '../api/session.ts';
import { moment } from '../shell/formats.ts';
import { CodeButton } from './code-button.tsx';
import { messageWords } from './message-words.ts';

/** What the client was asked and has not answered, first: who asks once more would ask twice. */
export function OpenRequests({ clientId }: { readonly clientId: string }) {
  const { data: requests = [] } = useQuery(requestsQuery(clientId));
  const { data: messages = [] } = useQuery(clientMessagesQuery(clientId));
  const open = requests.filter(({ status }) => status === 'open');
  const { data: instruments = [] } = useQuery({ ...instrumentsQuery, enabled: open.length > 0 });
  if (open.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        <Trans>Asked, and not answered yet</Trans>
      </Title>
      <ul className="plain rows">
        {open.map((request) => (
          <li key={request.requestId}>
            <OpenRequest
              request={request}
              title={
                instruments.find(({ url }) => url === request.instrument.url)?.title ??
                nameOf(request.instrument.url)
              }
              message={messages.find(({ requestId }) => requestId === request.requestId)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Props {
  readonly request: AskedRequest;
  readonly title: string;
  /** The latest about it. */
  readonly message: Message | undefined;
}

function OpenRequest({ request, title, message }: Props) {
  const zone = useZone();
  const { data: person } = useSuspenseQuery(sessionQuery);
  const { requestId, issuedAt, expiresAt, delivery } = request;
  const [asked, until] = [moment(issuedAt, zone), moment(expiresAt, zone)];
  return (
    <Stack gap={4} mb="sm">
      <Group gap="sm" justify="space-between">
        <Text span>
          {title}{' '}
          <Text span c="dimmed" size="sm">
            <Trans>
              asked {asked}, open until {until}
            </Trans>
          </Text>
        </Text>
        {person && may.askClients(person) && (
          <CodeButton requestId={requestId} label={t`Show a code for ${title}, asked ${asked}`} />
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {delivery === 'by-hand' ? <Trans>By a link that is handed over.</Trans> : messageWords(message, zone)}
      </Text>
    </Stack>
  );
}
