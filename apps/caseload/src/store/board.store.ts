import type { Transaction } from '@attune/platform';

/** How a person looks at the board, kept as it is: what it holds is for whoever keeps it to say. */
export interface KeptBoard<Board> {
  readonly board: Board;
  readonly version: number;
}

/** Null until the person has kept anything. */
export async function findBoard<Board>(tx: Transaction, personId: string): Promise<KeptBoard<Board> | null> {
  const sql = 'SELECT board, version FROM board WHERE person_id = $1';
  const [row] = await tx.query<KeptBoard<Board>>(sql, [personId]);
  return row ?? null;
}

/** False when it has been changed since that version was read. */
export async function saveBoard(
  tx: Transaction,
  personId: string,
  { board, version }: KeptBoard<object>,
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
