import type { Transaction } from '@attune/platform';

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
