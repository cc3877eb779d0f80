import type { Transaction } from '@attune/platform';
import type { Care, Sorting } from './list-clients.sql.ts';

/** How a person looks at the board. */
export interface Board {
  readonly views: readonly View[];
  /** Columns that are left out. */
  readonly hidden: readonly string[];
}

/** A selection under a name, without what was searched: that may be a client's name. */
export interface View {
  readonly name: string;
  readonly search: {
    readonly sort?: Sorting | undefined;
    readonly care?: Care | undefined;
    readonly filter?: string | undefined;
    readonly therapistId?: string | undefined;
  };
}

export interface KeptBoard {
  readonly board: Board;
  /** 0 until the person has kept anything. */
  readonly version: number;
}

export async function findBoard(tx: Transaction, personId: string): Promise<KeptBoard> {
  const [row] = await tx.query<KeptBoard>('SELECT board, version FROM board WHERE person_id = $1', [
    personId,
  ]);
  return row ?? { board: { views: [], hidden: [] }, version: 0 };
}

/** False when it has been changed since that version was read. */
export async function saveBoard(
  tx: Transaction,
  personId: string,
  { board, version }: KeptBoard,
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO board (person_id, board, version) VALUES ($1, $2, $3)
     ON CONFLICT (person_id) DO UPDATE SET board = excluded.board, version = excluded.version
     WHERE board.version = excluded.version - 1 RETURNING 1`,
    [personId, JSON.stringify(board), version],
  );
  return rows.length > 0;
}

export async function forgetBoard(tx: Transaction, personId: string): Promise<void> {
  await tx.query('DELETE FROM board WHERE person_id = $1', [personId]);
}
