import type { Transaction } from '@attune/platform';
import type { CaseloadEntry } from '../domain/caseload-entry.ts';

interface EntryRow extends Pick<
  CaseloadEntry,
  'trend' | 'alerts' | 'risk' | 'reasons' | 'attrition' | 'factors'
> {
  readonly last_score: number | null;
  readonly last_score_band: string | null;
  readonly last_score_at: Date | null;
  readonly last_score_change: number | null;
  readonly last_score_instrument: string | null;
  readonly last_score_scale: string | null;
  readonly last_score_min: number | null;
  readonly last_score_max: number | null;
  readonly last_score_higher_is_better: boolean | null;
  readonly alliance_choice: string;
  readonly last_session_at: Date | null;
  readonly missed_in_a_row: number;
  readonly missed_lately: number;
  readonly oldest_missed_at: Date | null;
  readonly next_session_at: Date | null;
  readonly sessions_ahead: number;
  readonly requests_due: number;
  readonly requests_answered: number;
  readonly requests_silent: number;
  readonly last_answer_at: Date | null;
  readonly therapist_id: string | null;
  readonly therapist_changes_at: Date | null;
  readonly care_since: Date | null;
  readonly reassess_at: Date | null;
}

/** The client's row, made if this is the first event about the client, and locked until commit. */
export async function lockEntry(tx: Transaction, clientId: string): Promise<CaseloadEntry> {
  // Nothing is changed: only a row that is written is both locked and given back.
  const [row] = await tx.query<EntryRow>(
    `INSERT INTO client_entry AS entry (client_id) VALUES ($1)
     ON CONFLICT (client_id) DO UPDATE SET risk = entry.risk
     RETURNING last_score, last_score_band, last_score_at, last_score_change, last_score_instrument,
       last_score_scale, last_score_min, last_score_max, last_score_higher_is_better, alliance_choice, trend,
       alerts, risk, reasons,
       last_session_at, missed_in_a_row, missed_lately, oldest_missed_at, next_session_at, sessions_ahead,
       requests_due, requests_answered,
       requests_silent, last_answer_at, therapist_id, therapist_changes_at, care_since, attrition, factors,
       CASE WHEN isfinite(reassess_at) THEN reassess_at END AS reassess_at`,
    [clientId],
  );
  if (!row) throw new Error('an upsert gave no row');
  return toEntry(row);
}

function toEntry(row: EntryRow): CaseloadEntry {
  const { trend, alerts, risk, reasons, attrition, factors, reassess_at: reassessAt } = row;
  return {
    ...{ trend, alerts, risk, reasons, attrition, factors, reassessAt, lastScore: lastScore(row) },
    allianceChoice: row.alliance_choice,
    attendance: {
      lastSessionAt: row.last_session_at,
      missedInARow: row.missed_in_a_row,
      missedLately: row.missed_lately,
      oldestMissedAt: row.oldest_missed_at,
      nextSessionAt: row.next_session_at,
      ahead: row.sessions_ahead,
    },
    answering: {
      due: row.requests_due,
      answered: row.requests_answered,
      silent: row.requests_silent,
      lastAnswerAt: row.last_answer_at,
    },
    care: { therapistId: row.therapist_id, changesAt: row.therapist_changes_at, since: row.care_since },
  };
}

function lastScore(row: EntryRow): CaseloadEntry['lastScore'] {
  const { last_score: value, last_score_at: answeredAt, last_score_change: change } = row;
  const { last_score_instrument: instrument, last_score_scale: scale } = row;
  const { last_score_min: min, last_score_max: max, last_score_higher_is_better: higherIsBetter } = row;
  if (value === null || answeredAt === null || instrument === null || scale === null) return null;
  if (min === null || max === null || higherIsBetter === null) return null;
  const of = { instrument, scale, min, max, higherIsBetter };
  return { value, band: row.last_score_band, answeredAt, change, scale: of };
}

/** Writes a row that the caller has locked. */
export function saveEntry(tx: Transaction, clientId: string, entry: CaseloadEntry): void {
  const { lastScore: last, trend, alerts, risk, reasons, attendance, answering, care } = entry;
  tx.send(
    `UPDATE client_entry SET last_score = $2, last_score_band = $3, last_score_at = $4, last_score_change = $5,
       trend = $6, alerts = $7, risk = $8, reasons = $9, last_session_at = $10, missed_in_a_row = $11,
       missed_lately = $12, oldest_missed_at = $13, requests_due = $14, requests_answered = $15, requests_silent = $16,
       last_answer_at = $17, therapist_id = $18, therapist_changes_at = $19, care_since = $20, attrition = $21,
       factors = $22, reassess_at = $23, next_session_at = $24, sessions_ahead = $25,
       last_score_instrument = $26, last_score_scale = $27, last_score_min = $28, last_score_max = $29,
       last_score_higher_is_better = $30, alliance_choice = $31 WHERE client_id = $1`,
    [
      ...[clientId, last?.value ?? null, last?.band ?? null, last?.answeredAt ?? null, last?.change ?? null],
      ...[[...trend], JSON.stringify(alerts), risk, [...reasons]],
      ...[attendance.lastSessionAt, attendance.missedInARow, attendance.missedLately],
      ...[attendance.oldestMissedAt, answering.due, answering.answered, answering.silent],
      ...[answering.lastAnswerAt, care.therapistId, care.changesAt, care.since],
      ...[entry.attrition, JSON.stringify(entry.factors), entry.reassessAt],
      ...[
        attendance.nextSessionAt,
        attendance.ahead,
        last?.scale.instrument ?? null,
        last?.scale.scale ?? null,
      ],
      ...[last?.scale.min ?? null, last?.scale.max ?? null, last?.scale.higherIsBetter ?? null],
      entry.allianceChoice,
    ],
  );
}

/**
 * Clients whose row changes at or before this instant by the passing of time, or because their score was chosen among
 * other scales than those of now.
 */
export async function clientsDue(
  tx: Transaction,
  { now, choice }: { readonly now: Date; readonly choice: string },
  limit: number,
): Promise<string[]> {
  // Not `<>`, for which no index is entered.
  const sql = `SELECT client_id FROM client_entry WHERE therapist_changes_at <= $1 OR reassess_at <= $1
    OR alliance_choice < $2 OR alliance_choice > $2 ORDER BY client_id LIMIT $3`;
  return (await tx.query<{ client_id: string }>(sql, [now, choice, limit])).map((row) => row.client_id);
}
