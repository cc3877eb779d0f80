import { msg } from '@lingui/core/macro';
import { i18n, type MessageDescriptor } from '@lingui/core';
import { Table, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Client, Sort } from '../api/caseload.ts';
import { ClientRow } from './client-row.tsx';

const columns: readonly (readonly [title: MessageDescriptor, sort: Sort | null, ascending: boolean])[] = [
  [msg`Client`, 'name', true],
  [msg`Therapist`, null, true],
  [msg`Alliance`, 'last-score', true],
  [msg`Alerts`, 'alerts', false],
  [msg`Signs of attrition`, 'attrition', false],
  [msg`Last contact`, 'last-contact', true],
  [msg`Missed`, 'missed', false],
  [msg`Answered`, 'response-rate', true],
  [msg`In care`, 'weeks', true],
];

interface Props {
  readonly clients: readonly Client[];
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

/** Rows on a wide screen, cards on a narrow one: the same markup, laid out by the style sheet. */
export function ClientTable({ clients, sort, onSort }: Props) {
  return (
    <Table className="clients" verticalSpacing="sm" highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          {columns.map(([title, by, ascending]) => (
            <Table.Th
              key={title.id}
              scope="col"
              {...(by === sort && {
                'aria-sort': ascending ? ('ascending' as const) : ('descending' as const),
              })}
            >
              {by === null ? (
                i18n._(title)
              ) : (
                <SortButton title={i18n._(title)} by={by} sorted={by === sort} onSort={onSort} />
              )}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {clients.map((client) => (
          <ClientRow key={client.clientId} client={client} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface SortButtonProps {
  readonly title: string;
  readonly by: Sort;
  readonly sorted: boolean;
  readonly onSort: Props['onSort'];
}

/** Each number sorts one way: those first who may need somebody. */
function SortButton({ title, by, sorted, onSort }: SortButtonProps): ReactNode {
  return (
    <UnstyledButton
      className="sort-button"
      onClick={() => {
        onSort(sorted ? 'risk' : by);
      }}
    >
      {title}
      <span aria-hidden="true">{sorted ? ' ↓' : ''}</span>
    </UnstyledButton>
  );
}
