import type { Transaction } from '@attune/platform';

/** All scores of one client on one scale, in the order of their answers. */
export interface PastSeries {
  readonly clientId: string;
  readonly instrument: string;
  readonly scale: string;
  readonly values: readonly number[];
  readonly answeredAt: readonly Date[];
}

interface SeriesRow {
  readonly client_id: string;
  readonly instrument_url: string;
  readonly scale: string;
  readonly values: number[];
  readonly answered_at: Date[];
}

const sql = `
  SELECT client_id, instrument_url, scale, array_agg(value ORDER BY place) AS "values",
    array_agg(answered_at ORDER BY place) AS answered_at
  FROM (
    SELECT client_id, instrument_url, scale, value, answered_at,
      row_number() OVER (PARTITION BY client_id, instrument_url, scale
        ORDER BY answered_at, submitted_at, response_id) AS place
    FROM score_point
    WHERE NOT voided AND instrument_url = ANY ($1)
      AND client_id IN (
        SELECT DISTINCT client_id FROM score_point
        WHERE NOT voided AND client_id > $2 ORDER BY client_id LIMIT $3)
  ) ordered
  GROUP BY client_id, instrument_url, scale
  ORDER BY client_id`;

const clientsAtOnce = 500;
const beforeAll = '00000000-0000-0000-0000-000000000000';

/** The series of every client by these instruments, a few hundred clients at a time. */
export async function* pastSeries(
  tx: Transaction,
  instruments: readonly string[],
): AsyncGenerator<PastSeries[]> {
  let after = beforeAll;
  for (;;) {
    const clients = await tx.query<{ last: string | null }>(
      `SELECT max(client_id::text) AS last FROM (
         SELECT DISTINCT client_id FROM score_point WHERE NOT voided AND client_id > $1
         ORDER BY client_id LIMIT $2) page`,
      [after, clientsAtOnce],
    );
    const last = clients[0]?.last;
    if (!last) return;
    const rows = await tx.query<SeriesRow>(sql, [instruments, after, clientsAtOnce]);
    yield rows.map((row) => ({
      clientId: row.client_id,
      instrument: row.instrument_url,
      scale: row.scale,
      values: row.values,
      answeredAt: row.answered_at,
    }));
    after = last;
  }
}
