import type { Request } from '../domain/request.ts';

export interface RequestRow {
  readonly request_id: string;
  readonly client_id: string;
  readonly session_id: string | null;
  readonly instrument_url: string;
  readonly instrument_version: string;
  readonly issued_at: Date;
  readonly expires_at: Date;
  readonly revoked_at: Date | null;
  readonly answered_at: Date | null;
  readonly response_id: string | null;
  readonly policy: string | null;
  readonly delivery: Request['delivery'];
  readonly reminders_due: number;
  readonly reminders_sent: number;
  readonly reached_at: Date | null;
  readonly not_reached: string | null;
  readonly expired_at: Date | null;
}

export const toRequest = (row: RequestRow): Request => ({
  requestId: row.request_id,
  clientId: row.client_id,
  instrument: { url: row.instrument_url, version: row.instrument_version },
  sessionId: row.session_id,
  issuedAt: row.issued_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
  revokedAt: row.revoked_at?.toISOString() ?? null,
  answeredAt: row.answered_at?.toISOString() ?? null,
  responseId: row.response_id,
  policy: row.policy,
  delivery: row.delivery,
  remindersDue: row.reminders_due,
  remindersSent: row.reminders_sent,
  reachedAt: row.reached_at?.toISOString() ?? null,
  notReached: row.not_reached,
  expiredAt: row.expired_at?.toISOString() ?? null,
});
