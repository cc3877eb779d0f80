import { Button, Group, NativeSelect, Stack, Table, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { messagesQuery, retryMessage } from '../../api/admin.ts';
import { staffQuery } from '../../api/caseload.ts';
import { sessionQuery, useZone } from '../../api/session.ts';
import { moment } from '../../shell/formats.ts';
import { Empty, Failed, Loading } from '../../shell/states.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { Saved } from '../../forms/saved.tsx';
import { useSaving } from '../../forms/use-saving.ts';

const route = getRouteApi('/admin/messages');
const statuses = ['waiting', 'sending', 'sent', 'failed', 'withheld'];

/** What left the platform or waits to; what it said is kept nowhere. */
export function MessagesPage(): ReactNode {
  useTitle('Messages: administration');
  const { status } = route.useSearch();
  const navigate = useNavigate();
  const zone = useZone();
  const { data: person } = useSuspenseQuery(sessionQuery);
  const { data: staff = [] } = useQuery(staffQuery);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    messagesQuery(status),
  );
  const retrying = useSaving(retryMessage, 'messages');
  const retries = person?.roles.includes('operations') ?? false;
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-end">
        <Title order={2} size="h4">
          Messages
        </Title>
        <NativeSelect
          label="State"
          value={status ?? ''}
          data={[{ value: '', label: 'All' }, ...statuses]}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            void navigate({ to: '/admin/messages', search: chosen === '' ? {} : { status: chosen } });
          }}
        />
      </Group>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={4} label="Loading messages" />}
      {data?.length === 0 && (
        <Empty title="No messages">Invitations, reminders and alerts to staff appear here.</Empty>
      )}
      {data && data.length > 0 && (
        <Table className="clients" verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">To</Table.Th>
              <Table.Th scope="col">What</Table.Th>
              <Table.Th scope="col">State</Table.Th>
              <Table.Th scope="col">Made</Table.Th>
              <Table.Th scope="col">Remarks</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.map((message) => (
              <Table.Tr key={message.messageId}>
                <Table.Th scope="row">
                  {staff.find(({ personId }) => personId === message.personId)?.name ?? (
                    <Link to="/clients/$clientId" params={{ clientId: message.personId }} className="link">
                      a client
                    </Link>
                  )}
                </Table.Th>
                <Table.Td data-label="What">
                  {message.purpose}
                  {message.channel && ` by ${message.channel}`}
                </Table.Td>
                <Table.Td data-label="State">{message.status}</Table.Td>
                <Table.Td data-label="Made">{moment(message.createdAt, zone)}</Table.Td>
                <Table.Td data-label="Remarks">
                  <Text size="sm" c="dimmed" span>
                    {message.reason ??
                      (message.status === 'waiting' ? `due ${moment(message.dueAt, zone)}` : '–')}
                  </Text>{' '}
                  {message.status === 'failed' && retries && (
                    <Button
                      size="xs"
                      variant="default"
                      loading={retrying.isPending && retrying.variables === message.messageId}
                      onClick={() => {
                        retrying.mutate(message.messageId);
                      }}
                    >
                      Try again
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Saved error={retrying.error} done={retrying.isSuccess} words="It is tried again." />
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show older messages
        </Button>
      )}
    </Stack>
  );
}
