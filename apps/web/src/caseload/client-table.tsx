import { Table, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Client, Sort } from '../api/caseload.ts';
import { ClientRow } from './client-row.tsx';

const columns: readonly (readonly [title: string, sort: Sort | null, ascending: boolean])[] = [
  ['Client', 'name', true],
  ['Therapist', null, true],
  ['Alliance', 'last-score', true],
  ['Alerts', 'alerts', false],
  ['Signs of attrition', 'attrition', false],
  ['Last contact', 'last-contact', true],
  ['Missed', 'missed', false],
  ['Answered', 'response-rate', true],
  ['In care', 'weeks', true],
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
              key={title}
              scope="col"
              {...(by === sort && {
                'aria-sort': ascending ? ('ascending' as const) : ('descending' as const),
              })}
            >
              {by === null ? (
                title
              ) : (
                <SortButton title={title} by={by} sorted={by === sort} onSort={onSort} />
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
