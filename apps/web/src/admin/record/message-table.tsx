import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Message } from '../../api/admin.ts';
import { staffQuery } from '../../api/caseload.ts';
import { useZone } from '../../api/session.ts';
import { moment } from '../../shell/formats.ts';
import { statusWords, what } from './message-words.ts';

interface TableProps {
  readonly messages: readonly Message[];
  /** The one that is being tried again now. */
  readonly retried?: string | null;
  /** For those who may. */
  readonly onRetry?: (messageId: string) => void;
}

export function MessageTable({ messages, retried, onRetry }: TableProps) {
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
