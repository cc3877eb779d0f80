import type { Transaction } from '@attune/platform';
import type { CaseloadEntry, OpenAlert } from '../domain/caseload-entry.ts';
import { searchText } from '../domain/search-text.ts';

interface EntryRow {
  readonly last_score: number | null;
  readonly last_score_band: string | null;
  readonly last_score_at: Date | null;
  readonly last_score_change: number | null;
  readonly trend: number[];
  readonly alerts: OpenAlert[];
  readonly risk: number;
  readonly reasons: string[];
}

/** The client's row, made if this is the first event about the client, and locked until commit. */
export async function lockEntry(tx: Transaction, clientId: string, knownAt: Date): Promise<CaseloadEntry> {
  const [row] = await tx.query<EntryRow>(
    `INSERT INTO client_entry AS entry (client_id, known_at) VALUES ($1, $2)
     ON CONFLICT (client_id) DO UPDATE SET known_at = greatest(entry.known_at, excluded.known_at)
     RETURNING last_score, last_score_band, last_score_at, last_score_change, trend, alerts, risk, reasons`,
    [clientId, knownAt],
  );
  if (!row) throw new Error('an upsert gave no row');
  const { trend, alerts, risk, reasons } = row;
  return { lastScore: lastScore(row), trend, alerts, risk, reasons };
}

function lastScore(row: EntryRow): CaseloadEntry['lastScore'] {
  const {
    last_score: value,
    last_score_at: answeredAt,
    last_score_band: band,
    last_score_change: change,
  } = row;
  return value === null || answeredAt === null ? null : { value, band, answeredAt, change };
}

/** Writes scores, alerts and risk of a row that the caller has locked. */
export function saveEntry(tx: Transaction, clientId: string, entry: CaseloadEntry): void {
  const { lastScore: last, trend, alerts, risk, reasons } = entry;
  tx.send(
    `UPDATE client_entry SET last_score = $2, last_score_band = $3, last_score_at = $4, last_score_change = $5,
       trend = $6, alerts = $7, risk = $8, reasons = $9 WHERE client_id = $1`,
    [
      clientId,
      last?.value ?? null,
      last?.band ?? null,
      last?.answeredAt ?? null,
      last?.change ?? null,
      [...trend],
      JSON.stringify(alerts),
      risk,
      [...reasons],
    ],
  );
}

export async function saveClientName(
  tx: Transaction,
  clientId: string,
  name: string,
  knownAt: Date,
): Promise<void> {
  const text = searchText(name);
  await tx.query(
    `WITH words AS (
       INSERT INTO client_words (client_id, words)
       VALUES ($1, array_to_tsvector(array_remove(string_to_array($3, ' '), '')))
       ON CONFLICT (client_id) DO UPDATE SET words = excluded.words
     )
     INSERT INTO client_entry AS entry (client_id, name, sort_name, known_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (client_id) DO UPDATE SET name = excluded.name, sort_name = excluded.sort_name,
       known_at = greatest(entry.known_at, excluded.known_at)`,
    [clientId, name, text, knownAt],
  );
}

/** Takes a client's name out of the row and out of the search; the course stays under the id. */
export async function forgetClientName(tx: Transaction, clientId: string): Promise<void> {
  await tx.query(
    `WITH words AS (DELETE FROM client_words WHERE client_id = $1)
     UPDATE client_entry SET name = NULL, sort_name = '' WHERE client_id = $1`,
    [clientId],
  );
}

export async function saveTherapist(
  tx: Transaction,
  clientId: string,
  { therapistId, changesAt }: { therapistId: string | null; changesAt: Date | null },
  knownAt: Date,
): Promise<void> {
  await tx.query(
    `INSERT INTO client_entry AS entry (client_id, therapist_id, therapist_changes_at, known_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (client_id) DO UPDATE SET therapist_id = excluded.therapist_id,
       therapist_changes_at = excluded.therapist_changes_at, known_at = greatest(entry.known_at, excluded.known_at)`,
    [clientId, therapistId, changesAt, knownAt],
  );
}

/** Clients whose therapist changes at or before this instant by the passing of time. */
export async function clientsDueForTherapist(tx: Transaction, now: Date, limit: number): Promise<string[]> {
  const sql = `SELECT client_id FROM client_entry WHERE therapist_changes_at <= $1 ORDER BY client_id LIMIT $2`;
  return (await tx.query<{ client_id: string }>(sql, [now, limit])).map((row) => row.client_id);
}
