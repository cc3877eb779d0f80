import type { Transaction } from '@attune/platform';
import type { AnsweredResponse } from '../domain/response.ts';

export interface Submission {
  readonly response: AnsweredResponse;
  readonly key: Buffer | null;
  readonly seal: Buffer;
}

/**
 * The hot path: the request closes and its response is stored in one statement, or neither. What was given before the
 * end counts also where the end was told meanwhile.
 */
const submit = `
  WITH closed AS (
    UPDATE request SET response_id = $2, answered_at = $3, expired_at = NULL, submission_key = $4, submission_seal = $5
    WHERE request_id = $1 AND response_id IS NULL AND revoked_at IS NULL AND expires_at > $3
    RETURNING request_id, client_id, session_id, instrument_url, instrument_version
  ), answered AS (
    INSERT INTO response (response_id, request_id, client_id, session_id, instrument_url, instrument_version,
      answered_at, submitted_at, mode)
    SELECT $2, request_id, client_id, session_id, instrument_url, instrument_version, $3, $7, 'link' FROM closed
  ), kept AS (
    INSERT INTO response_answers (response_id, client_id, answers) SELECT $2, client_id, $6::jsonb FROM closed
  )
  SELECT 1 FROM closed`;

/** Stores the response to a request; false when the request was answered, revoked or over just before. */
export async function submitResponse(tx: Transaction, { response, key, seal }: Submission): Promise<boolean> {
  const { requestId, responseId, answeredAt, submittedAt, answers } = response;
  const rows = await tx.query(submit, [
    ...[requestId, responseId, answeredAt, key, seal],
    ...[JSON.stringify(answers), submittedAt],
  ]);
  return rows.length > 0;
}
