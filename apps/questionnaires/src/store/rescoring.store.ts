import type { Transaction } from '@attune/platform';
import type { Answer } from '../domain/answer.ts';
import type { AnsweredResponse } from '../domain/response.ts';

/** Scoring every response to a version once more: how far it is. */
export interface Rescoring {
  readonly rescoringId: string;
  readonly url: string;
  readonly version: string;
  readonly requestedAt: Date;
  /** Not before everybody who scores knows the corrected key. */
  readonly beginsAt: Date;
  readonly republished: number;
  readonly finishedAt: Date | null;
}

interface RescoringRow {
  readonly rescoring_id: string;
  readonly url: string;
  readonly version: string;
  readonly requested_at: Date;
  readonly begins_at: Date;
  readonly after_response_id: string | null;
  readonly republished: number;
  readonly finished_at: Date | null;
}

export async function insertRescoring(
  tx: Transaction,
  { rescoringId, url, version, requestedAt, beginsAt }: Rescoring,
  by: string,
): Promise<void> {
  await tx.query(
    `INSERT INTO rescoring (rescoring_id, url, version, requested_by, requested_at, begins_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [rescoringId, url, version, by, requestedAt, beginsAt],
  );
}

export async function findRescoring(tx: Transaction, rescoringId: string): Promise<Rescoring | null> {
  const [row] = await tx.query<RescoringRow>('SELECT * FROM rescoring WHERE rescoring_id = $1', [
    rescoringId,
  ]);
  return row ? toRescoring(row) : null;
}

interface Version {
  readonly url: string;
  readonly version: string;
}

/** The one that was asked for last; null where none was. */
export async function latestRescoring(tx: Transaction, { url, version }: Version): Promise<Rescoring | null> {
  const [row] = await tx.query<RescoringRow>(
    'SELECT * FROM rescoring WHERE url = $1 AND version = $2 ORDER BY requested_at DESC, rescoring_id DESC LIMIT 1',
    [url, version],
  );
  return row ? toRescoring(row) : null;
}

/** How many responses to a version stand with their answers: those that can be scored once more. */
export async function countAnswered(tx: Transaction, { url, version }: Version): Promise<number> {
  const [row] = await tx.query<{ readonly count: number }>(
    `SELECT count(*)::int AS count FROM response JOIN response_answers USING (response_id)
     WHERE instrument_url = $1 AND instrument_version = $2 AND voided_at IS NULL`,
    [url, version],
  );
  return row?.count ?? 0;
}

export interface DueRescoring extends Rescoring {
  readonly afterResponseId: string | null;
}

/** One that is due, held until commit so that no other instance takes it. */
export async function takeRescoring(tx: Transaction, now: Date): Promise<DueRescoring | null> {
  const [row] = await tx.query<RescoringRow>(
    `SELECT * FROM rescoring WHERE finished_at IS NULL AND begins_at <= $1
     ORDER BY begins_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [now],
  );
  return row ? { ...toRescoring(row), afterResponseId: row.after_response_id } : null;
}

interface AnsweredRow {
  readonly response_id: string;
  readonly request_id: string | null;
  readonly client_id: string;
  readonly session_id: string | null;
  readonly answered_at: Date;
  readonly submitted_at: Date;
  readonly mode: AnsweredResponse['mode'];
  readonly answers: readonly Answer[];
}

/** The next responses to the version, with their answers; voided ones stay out. */
export async function nextAnswered(
  tx: Transaction,
  { url, version, afterResponseId }: DueRescoring,
  limit: number,
): Promise<AnsweredResponse[]> {
  const rows = await tx.query<AnsweredRow>(
    `SELECT response.*, response_answers.answers FROM response JOIN response_answers USING (response_id)
     WHERE instrument_url = $1 AND instrument_version = $2 AND ($3::uuid IS NULL OR response_id > $3)
       AND voided_at IS NULL ORDER BY response_id LIMIT $4`,
    [url, version, afterResponseId, limit],
  );
  return rows.map((row) => ({
    responseId: row.response_id,
    requestId: row.request_id,
    clientId: row.client_id,
    sessionId: row.session_id,
    instrument: { url, version },
    answeredAt: row.answered_at.toISOString(),
    submittedAt: row.submitted_at.toISOString(),
    mode: row.mode,
    answers: row.answers,
  }));
}

/** @param finishedAt null while there may be more */
export async function advanceRescoring(
  tx: Transaction,
  rescoringId: string,
  done: readonly AnsweredResponse[],
  finishedAt: Date | null,
): Promise<void> {
  await tx.query(
    `UPDATE rescoring SET after_response_id = coalesce($2, after_response_id), republished = republished + $3,
       finished_at = $4 WHERE rescoring_id = $1`,
    [rescoringId, done.at(-1)?.responseId ?? null, done.length, finishedAt],
  );
}

const toRescoring = (row: RescoringRow): Rescoring => ({
  rescoringId: row.rescoring_id,
  url: row.url,
  version: row.version,
  requestedAt: row.requested_at,
  beginsAt: row.begins_at,
  republished: row.republished,
  finishedAt: row.finished_at,
});
