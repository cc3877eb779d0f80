import { i18n } from '@lingui/core';
import { Trans } from '@lingui/react/macro';
import { type ColumnVisibilityState, FlexRender, type Row, useTable } from '@tanstack/react-table';
import { memo, type ReactNode, useMemo } from 'react';
import { type Client, type Sort, turned } from '../api/caseload.ts';
import { useZone } from '../api/session.ts';
import { whole } from '../shell/formats.ts';
import { useNow } from '../shell/use-now.ts';
import { columnsFor, features } from './client-columns.tsx';
import { type ColumnName, directionIn, type Heading, headings } from './headings.ts';
import { useRowWindow } from './use-row-window.ts';

interface Props {
  readonly clients: readonly Client[];
  /** How many there are in all; the rest comes as one scrolls. */
  readonly total: number;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly shown: ColumnVisibilityState;
  /** The last rows are near. */
  readonly onEnd: () => void;
  readonly busy: boolean;
}

const headingOf = (id: string): Heading => headings[id as ColumnName];
const idOf = ({ clientId }: Client) => clientId;

/** Rows on a wide screen, cards on a narrow one: the same markup, laid out by the style sheet. */
export const ClientTable = memo(function ClientTable(props: Props): ReactNode {
  const { clients, total, sort, onSort, shown, onEnd, busy } = props;
  const zone = useZone();
  const now = useNow();
  const columns = useMemo(() => columnsFor(now, zone), [now, zone]);
  const table = useTable({
    features,
    columns,
    data: clients,
    getRowId: idOf,
    state: { columnVisibility: shown },
  });
  const { rows } = table.getRowModel();
  const { attach, drawn, after, measure, onFocus, onKeyDown } = useRowWindow(clients.length, onEnd);
  const visible = table.getVisibleLeafColumns().map(({ id }) => id);
  const all = visible.reduce((sum, id) => sum + headingOf(id).width, 0);
  const short = clients.length < total;
  return (
    <>
      {short && (
        <p className="print-only small">
          <Trans>
            The first {whole(clients.length)} of {whole(total)} clients. The export has them all.
          </Trans>
        </p>
      )}
      <table className="clients" aria-rowcount={total + 1} aria-busy={busy}>
        <colgroup>
          {visible.map((id) => (
            <col key={id} style={{ width: `${(100 * headingOf(id).width) / all}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {visible.map((id) => (
              <ColumnHead key={id} heading={headingOf(id)} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody ref={attach} onKeyDown={onKeyDown} onFocus={onFocus}>
          {drawn.flatMap(({ index, gap }) => {
            const row = rows[index];
            if (!row) return [];
            return [
              gap > 0 && <Gap key={`before ${row.id}`} height={gap} columns={visible.length} />,
              <ClientRow key={row.id} row={row} index={index} measure={measure} shown={shown} />,
            ];
          })}
          {after > 0 && <Gap height={after} columns={visible.length} />}
        </tbody>
      </table>
    </>
  );
});

interface RowProps {
  readonly row: Row<typeof features, Client>;
  readonly index: number;
  readonly measure: (node: HTMLTableRowElement | null) => void;
  /** The row answers by it which cells it has. */
  readonly shown: ColumnVisibilityState;
}

/** Drawn again when its client or the columns change, not whenever the table moves. */
const ClientRow = memo(function ClientRow({ row, index, measure }: RowProps) {
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      {row.getVisibleCells().map((cell) =>
        cell.column.id === 'client' ? (
          <th key={cell.id} scope="row">
            <FlexRender cell={cell} />
          </th>
        ) : (
          <td key={cell.id} data-label={i18n._(headingOf(cell.column.id).title)}>
            <FlexRender cell={cell} />
          </td>
        ),
      )}
    </tr>
  );
});

/** Stands for the rows that are not drawn. */
const Gap = ({ height, columns }: { readonly height: number; readonly columns: number }) => (
  <tr aria-hidden="true" className="gap">
    <td colSpan={columns} style={{ height }} />
  </tr>
);

interface HeadProps {
  readonly heading: Heading;
  readonly sort: Sort;
  readonly onSort: Props['onSort'];
}

/** A first click brings those first who may need somebody, a second one the others. */
function ColumnHead({ heading, sort, onSort }: HeadProps) {
  const { sort: by } = heading;
  const words = i18n._(heading.title);
  if (by === null) return <th scope="col">{words}</th>;
  const direction = directionIn(heading, sort);
  return (
    <th scope="col" {...(direction && { 'aria-sort': direction })}>
      <button
        type="button"
        className="sort-button"
        onClick={() => {
          onSort(sort === by ? turned(sort) : by);
        }}
      >
        {words}
        <span aria-hidden="true">{direction && (direction === 'ascending' ? ' ↑' : ' ↓')}</span>
      </button>
    </th>
  );
}
