import type { Transaction } from '@attune/platform';
import { allianceScale, trendLength } from '../domain/alliance-scale.ts';
import type { AlliancePoint } from '../domain/caseload-entry.ts';

export interface ScoredResponse {
  readonly responseId: string;
  readonly clientId: string;
  readonly sessionId: string | null;
  readonly instrument: { readonly url: string; readonly version: string };
  readonly answeredAt: string;
  readonly scales: readonly {
    readonly scale: string;
    readonly value: number | null;
    readonly band: string | null;
  }[];
}

export function saveScores(tx: Transaction, response: ScoredResponse): void {
  const { responseId, clientId, sessionId, instrument, answeredAt, scales } = response;
  tx.send(
    `INSERT INTO course_point
       (response_id, client_id, session_id, instrument_url, instrument_version, answered_at, scale, value, band)
     SELECT $1, $2, $3, $4, $5, $6, given.scale, given.value, given.band
     FROM jsonb_to_recordset($7::jsonb) AS given (scale text, value double precision, band text)
     ON CONFLICT (response_id, scale) DO UPDATE SET value = excluded.value, band = excluded.band`,
    [responseId, clientId, sessionId, instrument.url, instrument.version, answeredAt, JSON.stringify(scales)],
  );
}

export function removeScores(tx: Transaction, responseId: string): void {
  tx.send('DELETE FROM course_point WHERE response_id = $1', [responseId]);
}

/** The latest alliance totals of a client, as many as the trend shows. */
export function latestAlliance(tx: Transaction, clientId: string): Promise<AlliancePoint[]> {
  return tx.query<AlliancePoint>(
    `SELECT value, band, answered_at AS "answeredAt" FROM course_point
     WHERE client_id = $1 AND instrument_url = $2 AND scale = $3 AND value IS NOT NULL
     ORDER BY answered_at DESC LIMIT $4`,
    [clientId, allianceScale.instrument, allianceScale.scale, trendLength],
  );
}
