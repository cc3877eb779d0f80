import { i18n } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Message, messagesQuery, retryMessage } from '../../api/admin.ts';
import { staffQuery } from '../../api/caseload.ts';
import { sessionQuery, useZone } from '../../api/session.ts';
import { moment } from '../../shell/formats.ts';
import { Fetched } from '../../shell/fetched.tsx';
import { MoreButton } from '../../shell/more-button.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { Empty } from '../../shell/states.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { Saved } from '../../forms/saved.tsx';
import { useSaving } from '../../forms/use-saving.ts';

const route = getRouteApi('/admin/messages');
const statuses = {
  waiting: msg`waiting`,
  sending: msg`sending`,
  sent: msg`sent`,
  failed: msg`failed`,
  withheld: msg`withheld`,
} as const;
const statusWords = (status: string) =>
  status in statuses ? i18n._(statuses[status as keyof typeof statuses]) : status;
/** What a message was for; one that is not known here by its code. */
const purposes = {
  invitation: msg`invitation`,
  reminder: msg`reminder`,
  alert: msg`alert`,
  digest: msg`digest`,
} as const;
const purposeWords = (purpose: string) =>
  purpose in purposes ? i18n._(purposes[purpose as keyof typeof purposes]) : purpose;

/** What left the platform or waits to; what it said is kept nowhere. */
export function MessagesPage(): ReactNode {
  useTitle(t`Messages: administration`);
  const { status } = route.useSearch();
  const navigate = useNavigate();
  const { data: person } = useSuspenseQuery(sessionQuery);
  const messages = useInfiniteQuery(messagesQuery(status));
  const retrying = useSaving(retryMessage, 'messages');
  const retries = person?.roles.includes('operations') ?? false;
  return (
    <Stack gap="lg">
      <PageHead
        title={<Trans>Messages</Trans>}
        actions={
          <NativeSelect
            label={t`State`}
            value={status ?? ''}
            data={[
              { value: '', label: t`All` },
              ...Object.keys(statuses).map((value) => ({ value, label: statusWords(value) })),
            ]}
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              void navigate({ to: '/admin/messages', search: chosen === '' ? {} : { status: chosen } });
            }}
          />
        }
      >
        <Trans>What was said is kept nowhere.</Trans>
      </PageHead>
      <Fetched of={messages} loading={t`Loading messages`}>
        {(found) =>
          found.length === 0 ? (
            <Empty title={t`No messages`}>
              <Trans>Invitations, reminders and alerts to staff appear here.</Trans>
            </Empty>
          ) : (
            <MessageTable
              messages={found}
              {...(retries && {
                retried: retrying.isPending ? retrying.variables : null,
                onRetry: retrying.mutate,
              })}
            />
          )
        }
      </Fetched>
      <Saved error={retrying.error} done={retrying.isSuccess} words={t`It is tried again.`} />
      <MoreButton of={messages}>
        <Trans>Show older messages</Trans>
      </MoreButton>
    </Stack>
  );
}

interface TableProps {
  readonly messages: readonly Message[];
  /** The one that is being tried again now. */
  readonly retried?: string | null;
  /** For those who may. */
  readonly onRetry?: (messageId: string) => void;
}

function MessageTable({ messages, retried, onRetry }: TableProps) {
  const zone = useZone();
  const { data: staff = [] } = useQuery(staffQuery);
  const remarks = ({ reason, status, dueAt }: Message) => {
    const due = moment(dueAt, zone);
    return reason ?? (status === 'waiting' ? t`due ${due}` : '–');
  };
  return (
    <Table className="clients" verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">
            <Trans>To</Trans>
          </Table.Th>
          <Table.Th scope="col">
            <Trans>What</Trans>
          </Table.Th>
          <Table.Th scope="col">
            <Trans>State</Trans>
          </Table.Th>
          <Table.Th scope="col">
            <Trans>Made</Trans>
          </Table.Th>
          <Table.Th scope="col">
            <Trans>Remarks</Trans>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {messages.map((message) => (
          <Table.Tr key={message.messageId}>
            <Table.Th scope="row">
              {staff.find(({ personId }) => personId === message.personId)?.name ?? (
                <Link to="/clients/$clientId" params={{ clientId: message.personId }} className="link">
                  <Trans>a client</Trans>
                </Link>
              )}
            </Table.Th>
            <Table.Td data-label={t`What`}>{what(message)}</Table.Td>
            <Table.Td data-label={t`State`}>{statusWords(message.status)}</Table.Td>
            <Table.Td data-label={t`Made`}>{moment(message.createdAt, zone)}</Table.Td>
            <Table.Td data-label={t`Remarks`}>
              <Text size="sm" c="dimmed" span>
                {remarks(message)}
              </Text>{' '}
              {message.status === 'failed' && onRetry && (
                <Button
                  size="xs"
                  variant="default"
                  loading={retried === message.messageId}
                  onClick={() => {
                    onRetry(message.messageId);
                  }}
                >
                  <Trans>Try again</Trans>
                </Button>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function what({ purpose, channel }: Message): string {
  const named = purposeWords(purpose);
  if (channel === null) return named;
  return channel === 'email' ? t`${named} by email` : channel === 'sms' ? t`${named} by SMS` : named;
}
