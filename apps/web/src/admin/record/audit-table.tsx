import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Table, Text, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AuditEntry, AuditSearch } from '../../api/audit.ts';
import { staffQuery } from '../../api/caseload.ts';
import { useZone } from '../../api/session.ts';
import { moment, whole } from '../../shell/formats.ts';
import { roleWords } from '../people/role-words.ts';
import { actionWords } from './action-words.ts';
import { serviceWords, shortId } from './audit-words.ts';

interface Props {
  readonly entries: readonly AuditEntry[];
  readonly onNarrow: (change: AuditSearch) => void;
}

/** Clients by a piece of their id: to show their names here would be one more thing to write down. */
export function AuditTable({ entries, onNarrow }: Props) {
  const zone = useZone();
  const { data: staff = [] } = useQuery(staffQuery);
  const nameOf = (id: string) => staff.find(({ personId }) => personId === id)?.name ?? shortId(id);
  return (
    <Table className="clients" verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">
            <Trans>When</Trans>
          </Table.Th>
          <Table.Th scope="col">
            <Trans>Who</Trans>
          </Table.Th>
          <Table.Th scope="col">
            <Trans>What</Trans>
          </Table.Th>
          <Table.Th scope="col">
            <Trans>About whom</Trans>
          </Table.Th>
          <Table.Th scope="col">
            <Trans>Where</Trans>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.map((entry) => {
          const { service, entryId, at, personId, roles, action, subject } = entry;
          return (
            <Table.Tr key={`${service} ${entryId}`}>
              <Table.Th scope="row">{moment(at, zone)}</Table.Th>
              <Table.Td data-label={t`Who`}>
                <div>
                  {personId === null ? t`A client, or Attune itself` : nameOf(personId)}
                  {roles.length > 0 && (
                    <Text size="sm" c="dimmed">
                      {roles.map(roleWords).join(', ')}
                    </Text>
                  )}
                </div>
              </Table.Td>
              <Table.Td data-label={t`What`}>
                <div>
                  <UnstyledButton
                    className="sort-button plain-weight"
                    aria-label={t`Only: ${actionWords(action)}`}
                    onClick={() => {
                      onNarrow({ action });
                    }}
                  >
                    {actionWords(action)}
                  </UnstyledButton>
                  {subject !== null && !entry.clientIds.includes(subject) && (
                    <Text size="xs" c="dimmed" className="breaks">
                      {subject}
                    </Text>
                  )}
                </div>
              </Table.Td>
              <Table.Td data-label={t`About whom`}>
                <AboutWhom entry={entry} />
              </Table.Td>
              <Table.Td data-label={t`Where`}>{serviceWords(service)}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

function AboutWhom({ entry: { clientIds, clients } }: { readonly entry: AuditEntry }) {
  const [clientId] = clientIds;
  if (clientId === undefined) return '–';
  const others = whole(clients - 1);
  return (
    <span>
      <Link to="/admin/people/$personId" params={{ personId: clientId }} className="link">
        {t`client ${shortId(clientId)}`}
      </Link>
      {clients > 1 && (
        <Text size="sm" c="dimmed" span>
          {' '}
          {t`and ${others} more`}
        </Text>
      )}
    </span>
  );
}
