import type { Transaction } from '@attune/platform';
import type { Answering } from '../domain/caseload-entry.ts';

export interface ClientRequest {
  readonly requestId: string;
  readonly clientId: string;
  readonly sessionId: string | null;
  readonly issuedAt: string;
  readonly expiresAt: string;
}

/** `not-reached`: its time is over, and the client could not know of it. */
export type RequestState = 'open' | 'expired' | 'not-reached' | 'revoked';

export interface ClientAnswer {
  readonly responseId: string;
  readonly requestId: string | null;
  readonly clientId: string;
  readonly sessionId: string | null;
  readonly answeredAt: string;
}

export function saveRequest(tx: Transaction, request: ClientRequest, state: RequestState): void {
  const { requestId, clientId, sessionId, issuedAt, expiresAt } = request;
  tx.send(
    `INSERT INTO client_request (request_id, client_id, session_id, issued_at, expires_at, state)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (request_id) DO UPDATE SET state = excluded.state`,
    [requestId, clientId, sessionId, issuedAt, expiresAt, state],
  );
}

export function saveAnswer(tx: Transaction, answer: ClientAnswer): void {
  const { responseId, requestId, clientId, sessionId, answeredAt } = answer;
  tx.send(
    `INSERT INTO client_answer (response_id, request_id, client_id, session_id, answered_at)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    [responseId, requestId, clientId, sessionId, answeredAt],
  );
}

export function removeAnswer(tx: Transaction, responseId: string): void {
  tx.send('DELETE FROM client_answer WHERE response_id = $1', [responseId]);
}

/** A request counts once its answer is here or its time is over, in whatever order the two topics arrive. */
export async function readAnswering(tx: Transaction, clientId: string): Promise<Answering> {
  const [row] = await tx.query<Answering>(
    `SELECT count(*) FILTER (WHERE answered OR state = 'expired')::int AS due,
       count(*) FILTER (WHERE answered)::int AS answered,
       count(*) FILTER (WHERE NOT answered AND state = 'expired'
         AND issued_at > coalesce(last.at, '-infinity'))::int AS silent,
       last.at AS "lastAnswerAt"
     FROM (SELECT max(answered_at) AS at FROM client_answer WHERE client_id = $1) last
     LEFT JOIN (
       SELECT state, issued_at, EXISTS (
         SELECT FROM client_answer answer WHERE answer.request_id = client_request.request_id) AS answered
       FROM client_request WHERE client_id = $1) request ON true
     GROUP BY last.at`,
    [clientId],
  );
  if (!row) throw new Error('a group of one gave no row');
  return row;
}
