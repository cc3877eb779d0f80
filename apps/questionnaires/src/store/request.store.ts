import type { Transaction } from '@attune/platform';
import type { Request } from '../domain/request.ts';
import { toRequest, type RequestRow } from './request.mapping.ts';

export async function insertRequest(tx: Transaction, request: Request, issuedBy: string): Promise<void> {
  const { requestId, clientId, sessionId, instrument, issuedAt, expiresAt, delivery } = request;
  await tx.query(
    `INSERT INTO request (request_id, client_id, session_id, instrument_url, instrument_version, issued_at, issued_by,
       expires_at, delivery) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[requestId, clientId, sessionId, instrument.url, instrument.version],
      ...[issuedAt, issuedBy, expiresAt, delivery],
    ],
  );
}

/** The request, held until the transaction ends: nobody answers or revokes it meanwhile. */
export async function lockRequest(tx: Transaction, requestId: string): Promise<Request | null> {
  const sql = 'SELECT * FROM request WHERE request_id = $1 FOR UPDATE';
  const [row] = await tx.query<RequestRow>(sql, [requestId]);
  return row ? toRequest(row) : null;
}

export async function revokeRequest(tx: Transaction, requestId: string, at: Date): Promise<void> {
  await tx.query('UPDATE request SET revoked_at = $2 WHERE request_id = $1', [requestId, at]);
}

/** The requests for one instrument that are open now, held until the transaction ends. */
export async function lockOpenRequests(
  tx: Transaction,
  { clientId, url, at }: { clientId: string; url: string; at: Date },
): Promise<Request[]> {
  const rows = await tx.query<RequestRow>(
    `SELECT * FROM request
     WHERE client_id = $1 AND instrument_url = $2
       AND response_id IS NULL AND revoked_at IS NULL AND expires_at > $3 ORDER BY request_id FOR UPDATE`,
    [clientId, url, at],
  );
  return rows.map(toRequest);
}

/** Every request of a client that is open now, held until the transaction ends. */
export async function lockOpenRequestsOf(tx: Transaction, clientId: string, at: Date): Promise<Request[]> {
  const rows = await tx.query<RequestRow>(
    `SELECT * FROM request
     WHERE client_id = $1 AND response_id IS NULL AND revoked_at IS NULL AND expires_at > $2
     ORDER BY request_id FOR UPDATE`,
    [clientId, at],
  );
  return rows.map(toRequest);
}

export interface RequestPlace {
  readonly issuedAt: string;
  readonly requestId: string;
}

/** A client's requests, the newest first, from behind a place in that order. */
export async function listRequests(
  tx: Transaction,
  clientId: string,
  after: RequestPlace | null,
  limit: number,
): Promise<Request[]> {
  const rows = await tx.query<RequestRow>(
    `SELECT * FROM request
     WHERE client_id = $1 AND ($2::timestamptz IS NULL OR (issued_at, request_id) < ($2, $3::uuid))
     ORDER BY issued_at DESC, request_id DESC LIMIT $4`,
    [clientId, after?.issuedAt ?? null, after?.requestId ?? null, limit],
  );
  return rows.map(toRequest);
}
