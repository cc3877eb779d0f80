import type { Transaction } from '@attune/platform';
import type { Request } from '../domain/request.ts';
import { toRequest, type RequestRow } from './request.mapping.ts';

export async function insertLink(
  tx: Transaction,
  requestId: string,
  tokenHash: Buffer,
  at: Date,
): Promise<void> {
  const sql = 'INSERT INTO link (token_hash, request_id, minted_at) VALUES ($1, $2, $3)';
  await tx.query(sql, [tokenHash, requestId, at]);
}

/** For a request of this client only; the request is older than every message about it. */
export function insertMintedLink(
  tx: Transaction,
  link: { requestId: string; clientId: string; tokenHash: Buffer; at: string },
): void {
  tx.send(
    `INSERT INTO link (token_hash, request_id, minted_at)
     SELECT $1, request_id, $3 FROM request WHERE request_id = $2 AND client_id = $4 ON CONFLICT DO NOTHING`,
    [link.tokenHash, link.requestId, link.at, link.clientId],
  );
}

/** A request as its link opens it, with the marks of the submission that answered it. */
export interface OpenedRequest extends Request {
  readonly submissionKey: Buffer | null;
  readonly submissionSeal: Buffer | null;
}

interface OpenedRow extends RequestRow {
  readonly submission_key: Buffer | null;
  readonly submission_seal: Buffer | null;
}

/**
 * Opens a link: the request behind a token's hash, or null. From here on the transaction may see and answer this one
 * request: whoever has the token is the client.
 */
export async function openLink(tx: Transaction, tokenHash: Buffer): Promise<OpenedRequest | null> {
  const [row] = await tx.query<OpenedRow>(
    `SELECT found.*, set_config('app.link', found.request_id::text, true) FROM find_link($1) AS found`,
    [tokenHash],
  );
  if (!row) return null;
  return { ...toRequest(row), submissionKey: row.submission_key, submissionSeal: row.submission_seal };
}

/** What the client of the open link was asked of the same instrument by messages besides, held until the transaction ends. */
export async function lockBesideLink(tx: Transaction, at: Date): Promise<Request[]> {
  return (await tx.query<RequestRow>('SELECT * FROM lock_beside_link($1)', [at])).map(toRequest);
}

export function revokeBesideLink(tx: Transaction, requestIds: readonly string[], at: Date): void {
  tx.send('SELECT revoke_beside_link($1, $2)', [requestIds, at]);
}
