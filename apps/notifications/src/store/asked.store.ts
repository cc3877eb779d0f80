import type { Transaction } from '@attune/platform';

export interface Asked {
  readonly requestId: string;
  readonly clientId: string;
  readonly expiresAt: Date | null;
  readonly closed: boolean;
}

/** Requests and responses are told on topics of their own: once closed, whatever is heard first, it stays closed. */
export function saveAsked(tx: Transaction, { requestId, clientId, expiresAt, closed }: Asked): void {
  tx.send(
    `INSERT INTO asked (request_id, client_id, expires_at, closed) VALUES ($1, $2, $3, $4)
     ON CONFLICT (request_id) DO UPDATE SET closed = asked.closed OR excluded.closed,
       expires_at = coalesce(excluded.expires_at, asked.expires_at)`,
    [requestId, clientId, expiresAt, closed],
  );
}

export async function findAsked(tx: Transaction, requestId: string): Promise<Asked | null> {
  const sql = `SELECT request_id AS "requestId", client_id AS "clientId", expires_at AS "expiresAt", closed
    FROM asked WHERE request_id = $1`;
  return (await tx.query<Asked>(sql, [requestId]))[0] ?? null;
}
