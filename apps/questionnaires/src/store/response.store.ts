import type { Transaction } from '@attune/platform';
import type { Answer } from '../domain/answer.ts';
import type { KeptResponse } from '../domain/response.ts';

interface ResponseRow {
  readonly response_id: string;
  readonly request_id: string | null;
  readonly client_id: string;
  readonly session_id: string | null;
  readonly instrument_url: string;
  readonly instrument_version: string;
  readonly answered_at: Date;
  readonly submitted_at: Date;
  readonly mode: KeptResponse['mode'];
  readonly entered_by: string | null;
  readonly voided_at: Date | null;
  readonly void_reason: string | null;
}

export interface ReadResponse extends KeptResponse {
  /** Null where the reader may know that the client answered, but not what. */
  readonly answers: readonly Answer[] | null;
}

export async function readResponse(tx: Transaction, responseId: string): Promise<ReadResponse | null> {
  const [row] = await tx.query<ResponseRow & { answers: Answer[] | null }>(
    `SELECT response.*, response_answers.answers
     FROM response LEFT JOIN response_answers USING (response_id) WHERE response_id = $1`,
    [responseId],
  );
  return row ? { ...toResponse(row), answers: row.answers } : null;
}

/** Those of these responses that are there. */
export async function readResponses(
  tx: Transaction,
  responseIds: readonly string[],
): Promise<Map<string, ReadResponse>> {
  const rows = await tx.query<ResponseRow & { answers: Answer[] | null }>(
    `SELECT response.*, response_answers.answers
     FROM response LEFT JOIN response_answers USING (response_id) WHERE response_id = ANY ($1)`,
    [responseIds],
  );
  return new Map(rows.map((row) => [row.response_id, { ...toResponse(row), answers: row.answers }]));
}

/** The response to the same instrument, of any version, that the client gave before this one; none that was voided. */
export async function findPreviousResponse(
  tx: Transaction,
  { clientId, instrument, answeredAt, responseId }: KeptResponse,
): Promise<ReadResponse | null> {
  const [row] = await tx.query<ResponseRow & { answers: Answer[] | null }>(
    `SELECT response.*, response_answers.answers
     FROM response LEFT JOIN response_answers USING (response_id)
     WHERE response.client_id = $1 AND instrument_url = $2 AND (answered_at, response_id) < ($3, $4::uuid)
       AND voided_at IS NULL
     ORDER BY answered_at DESC, response_id DESC LIMIT 1`,
    [clientId, instrument.url, answeredAt, responseId],
  );
  return row ? { ...toResponse(row), answers: row.answers } : null;
}

export interface ResponsePlace {
  readonly answeredAt: string;
  readonly responseId: string;
}

/** A client's responses, the newest first, from behind a place in that order. */
export async function listResponses(
  tx: Transaction,
  clientId: string,
  after: ResponsePlace | null,
  limit: number,
): Promise<KeptResponse[]> {
  const rows = await tx.query<ResponseRow>(
    `SELECT * FROM response
     WHERE client_id = $1 AND ($2::timestamptz IS NULL OR (answered_at, response_id) < ($2, $3::uuid))
     ORDER BY answered_at DESC, response_id DESC LIMIT $4`,
    [clientId, after?.answeredAt ?? null, after?.responseId ?? null, limit],
  );
  return rows.map(toResponse);
}

export interface Voiding {
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
}

/** Voids a response; null when it is not to be seen, or has been voided before. */
export async function voidResponse(
  tx: Transaction,
  responseId: string,
  { at, by, reason }: Voiding,
): Promise<KeptResponse | null> {
  const [row] = await tx.query<ResponseRow>(
    `UPDATE response SET voided_at = $2, voided_by = $3, void_reason = $4
     WHERE response_id = $1 AND voided_at IS NULL RETURNING *`,
    [responseId, at, by, reason],
  );
  return row ? toResponse(row) : null;
}

const toResponse = (row: ResponseRow): KeptResponse => ({
  responseId: row.response_id,
  requestId: row.request_id,
  clientId: row.client_id,
  sessionId: row.session_id,
  instrument: { url: row.instrument_url, version: row.instrument_version },
  answeredAt: row.answered_at.toISOString(),
  submittedAt: row.submitted_at.toISOString(),
  mode: row.mode,
  enteredBy: row.entered_by,
  voided: row.voided_at && { at: row.voided_at.toISOString(), reason: row.void_reason ?? '' },
});
