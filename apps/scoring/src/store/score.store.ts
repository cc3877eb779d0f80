import type { ScaleScore } from '@attune/clinical';
import type { Transaction } from '@attune/platform';
import type { Score, StandingScore } from '../domain/score.ts';

interface ScoreRow {
  readonly score_id: string;
  readonly response_id: string;
  readonly client_id: string;
  readonly session_id: string | null;
  readonly instrument_url: string;
  readonly instrument_version: string;
  readonly answered_at: Date;
  readonly submitted_at: Date;
  readonly scales: ScaleScore[];
  readonly engine: string;
  readonly key_hash: string | null;
  readonly corrected_at: Date | null;
}

/** Stores a score; false when the response has been scored before, which then stands. */
export async function insertScore(tx: Transaction, score: Score): Promise<boolean> {
  const {
    scoreId,
    responseId,
    clientId,
    sessionId,
    instrument,
    answeredAt,
    submittedAt,
    scales,
    engine,
    keyHash,
  } = score;
  const rows = await tx.query(
    `INSERT INTO score (score_id, response_id, client_id, session_id, instrument_url, instrument_version, answered_at,
       submitted_at, scales, engine, key_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (response_id) DO NOTHING RETURNING score_id`,
    [
      scoreId,
      responseId,
      clientId,
      sessionId,
      instrument.url,
      instrument.version,
      answeredAt,
      submittedAt,
      JSON.stringify(scales),
      engine,
      keyHash,
    ],
  );
  return rows.length > 0;
}

/** A response's score, withdrawn or not, held until commit. */
export async function lockScore(
  tx: Transaction,
  responseId: string,
): Promise<(Score & { readonly withdrawn: boolean }) | null> {
  const sql = 'SELECT * FROM score WHERE response_id = $1 FOR UPDATE';
  const [row] = await tx.query<ScoreRow & { withdrawn_at: Date | null }>(sql, [responseId]);
  return row ? { ...toScore(row), withdrawn: row.withdrawn_at !== null } : null;
}

/** @param correctedAt null where it came to the same, and only how it was made is another */
export async function correctScore(
  tx: Transaction,
  { responseId, scales, engine, keyHash }: Score,
  correctedAt: string | null,
): Promise<void> {
  await tx.query(
    `UPDATE score SET scales = $2, engine = $3, key_hash = $4, corrected_at = coalesce($5, corrected_at)
     WHERE response_id = $1`,
    [responseId, JSON.stringify(scales), engine, keyHash, correctedAt],
  );
}

/** Takes a response's score out of the course; false when there is none that stands. */
export async function withdrawScore(tx: Transaction, responseId: string, at: string): Promise<boolean> {
  const sql = `WITH withdrawn AS (
      UPDATE score SET withdrawn_at = $2 WHERE response_id = $1 AND withdrawn_at IS NULL RETURNING 1)
    SELECT 1 FROM withdrawn`;
  return (await tx.query(sql, [responseId, at])).length > 0;
}

export async function findByResponse(tx: Transaction, responseId: string): Promise<StandingScore | null> {
  const sql = 'SELECT * FROM score WHERE response_id = $1 AND withdrawn_at IS NULL';
  const [row] = await tx.query<ScoreRow>(sql, [responseId]);
  return row ? toStanding(row) : null;
}

export interface Place {
  readonly answeredAt: string;
  readonly scoreId: string;
}

/** A client's scores, the newest first, from behind a place in that order. */
export async function listScores(
  tx: Transaction,
  clientId: string,
  instrument: string | null,
  after: Place | null,
  limit: number,
): Promise<StandingScore[]> {
  const rows = await tx.query<ScoreRow>(
    `SELECT * FROM score
     WHERE client_id = $1 AND withdrawn_at IS NULL AND ($2::text IS NULL OR instrument_url = $2)
       AND ($3::timestamptz IS NULL OR (answered_at, score_id) < ($3, $4::uuid))
     ORDER BY answered_at DESC, score_id DESC LIMIT $5`,
    [clientId, instrument, after?.answeredAt ?? null, after?.scoreId ?? null, limit],
  );
  return rows.map(toStanding);
}

const toStanding = (row: ScoreRow): StandingScore => ({
  ...toScore(row),
  correctedAt: row.corrected_at?.toISOString() ?? null,
});

function toScore(row: ScoreRow): Score {
  return {
    scoreId: row.score_id,
    responseId: row.response_id,
    clientId: row.client_id,
    sessionId: row.session_id,
    instrument: { url: row.instrument_url, version: row.instrument_version },
    answeredAt: row.answered_at.toISOString(),
    submittedAt: row.submitted_at.toISOString(),
    scales: row.scales,
    engine: row.engine,
    keyHash: row.key_hash,
  };
}
