import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Message } from '../../api/admin.ts';
import { staffQuery } from '../../api/caseload.ts';
import { useZone } from '../../api/session.ts';
import { moment } from '../../shell/formats.ts';
import { useNames } from '../people/use-names.ts';
import { shortId } from './audit-words.ts';
import { isToStaff, remarks, statusWords, what } from './message-words.ts';

interface TableProps {
  readonly messages: readonly Message[];
  /** The one that is being tried again now. */
  readonly retried?: string | null;
  /** For those who may. */
  readonly onRetry?: (messageId: string) => void;
}

export function MessageTable({ messages, retried, onRetry }: TableProps) {
  const zone = useZone();
  const { data: staff } = useQuery(staffQuery);
  const memberOf = (id: string) => staff?.find(({ personId }) => personId === id)?.name;
  // Whom the list of staff names is not asked for again.
  const others = staff && messages.map(({ personId }) => personId).filter((id) => memberOf(id) === undefined);
  const nameOf = useNames(others ?? []);
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
              <Whom message={message} name={memberOf(message.personId) ?? nameOf(message.personId)} />
            </Table.Th>
            <Table.Td data-label={t`What`}>{what(message)}</Table.Td>
            <Table.Td data-label={t`State`}>{statusWords(message.status)}</Table.Td>
            <Table.Td data-label={t`Made`}>{moment(message.createdAt, zone)}</Table.Td>
            <Table.Td data-label={t`Remarks`}>
              <Text size="sm" c="dimmed" span {...(message.reason !== null && { title: message.reason })}>
                {remarks(message, zone)}
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

interface WhomProps {
  readonly message: Message;
  /** Undefined for one who was erased. */
  readonly name: string | undefined;
}

/** A client leads to their page, a member of staff to what is known of them; one who was erased is told from others. */
function Whom({ message, name }: WhomProps) {
  const { personId } = message;
  if (!isToStaff(message)) {
    return (
      <Link to="/clients/$clientId" params={{ clientId: personId }} className="link">
        {name ?? t`client ${shortId(personId)}`}
      </Link>
    );
  }
  // Nothing is known of one who was erased: there is no page to lead to.
  if (name === undefined) return t`member of staff ${shortId(personId)}`;
  return (
    <Link to="/admin/people/$personId" params={{ personId }} className="link">
      {name}
    </Link>
  );
}
