import type { Transaction } from '@attune/platform';
import type { DraftAnswer } from '../domain/draft.ts';

/**
 * Keeps answers on their way, item by item: the later one stands. The request is held meanwhile, so that nothing is
 * kept of one that is answered or taken back at the same time.
 * @returns false when the request is no longer open
 */
export async function saveDraft(
  tx: Transaction,
  requestId: string,
  answers: readonly DraftAnswer[],
  at: Date,
): Promise<boolean> {
  const open = await tx.query(
    `SELECT 1 FROM request WHERE request_id = $1 AND response_id IS NULL AND revoked_at IS NULL AND expires_at > $2
     FOR NO KEY UPDATE`,
    [requestId, at],
  );
  if (open.length === 0) return false;
  await tx.query(
    `INSERT INTO draft_answers (request_id, client_id, link_id, answer, written_at)
     SELECT request_id, client_id, given."linkId", given.answer, given."writtenAt"
     FROM request, jsonb_to_recordset($2::jsonb) AS given("linkId" text, answer jsonb, "writtenAt" bigint)
     WHERE request_id = $1
     ON CONFLICT (request_id, link_id) DO UPDATE SET answer = excluded.answer, written_at = excluded.written_at
     WHERE draft_answers.written_at < excluded.written_at`,
    [
      requestId,
      JSON.stringify(answers.map(({ linkId, writtenAt, ...answer }) => ({ linkId, writtenAt, answer }))),
    ],
  );
  return true;
}

interface DraftRow {
  readonly link_id: string;
  readonly answer: Omit<DraftAnswer, 'linkId' | 'writtenAt'>;
  readonly written_at: string;
}

export async function readDraft(tx: Transaction, requestId: string): Promise<DraftAnswer[]> {
  const rows = await tx.query<DraftRow>(
    'SELECT link_id, answer, written_at FROM draft_answers WHERE request_id = $1 ORDER BY link_id',
    [requestId],
  );
  return rows.map(({ link_id, answer, written_at }) => ({
    linkId: link_id,
    ...answer,
    writtenAt: Number(written_at),
  }));
}

/**
 * Forgets what was begun under requests that are over, and counts at which item each of those forms was left.
 * @returns how many answers were forgotten
 */
export async function forgetLeft(tx: Transaction, now: Date): Promise<number> {
  const [row] = await tx.query<{ forgotten: number }>(
    `WITH gone AS (
       DELETE FROM draft_answers AS draft USING request
       WHERE request.request_id = draft.request_id AND request.expires_at <= $1
       RETURNING draft.request_id, draft.link_id, draft.written_at, instrument_url, instrument_version
     ), last AS (
       SELECT DISTINCT ON (request_id) instrument_url, instrument_version, link_id
       FROM gone ORDER BY request_id, written_at DESC
     ), counted AS (
       INSERT INTO item_left (instrument_url, instrument_version, link_id, month, count)
       SELECT instrument_url, instrument_version, link_id, date_trunc('month', $1 AT TIME ZONE 'UTC'), count(*)
       FROM last GROUP BY instrument_url, instrument_version, link_id
       ON CONFLICT (instrument_url, instrument_version, link_id, month)
         DO UPDATE SET count = item_left.count + excluded.count
     )
     SELECT count(*)::int AS forgotten FROM gone`,
    [now],
  );
  return row?.forgotten ?? 0;
}
