import type { Transaction } from '@attune/platform';

/** One scale of one instrument over a client's whole time, the oldest score first. */
export interface CourseSeries {
  readonly instrumentUrl: string;
  readonly scale: string;
  readonly instrumentTitle: string | null;
  readonly title: string | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly higherIsBetter: boolean | null;
  readonly bands: readonly { readonly code: string; readonly from: number; readonly to: number }[];
  readonly points: readonly {
    readonly responseId: string;
    readonly sessionId: string | null;
    readonly answeredAt: string;
    readonly value: number | null;
    readonly band: string | null;
  }[];
}

/** Titles and ranges come from the newest version that the client has answered; null while it is not known here. */
export function readCourse(tx: Transaction, clientId: string): Promise<CourseSeries[]> {
  return tx.query<CourseSeries>(
    `SELECT series.instrument_url AS "instrumentUrl", series.scale, known.instrument_title AS "instrumentTitle",
       known.title, known.min, known.max, known.higher_is_better AS "higherIsBetter",
       coalesce(known.bands, '[]') AS bands, series.points
     FROM (
       SELECT instrument_url, scale, (array_agg(instrument_version ORDER BY answered_at DESC))[1] AS version,
         jsonb_agg(jsonb_build_object('responseId', response_id, 'sessionId', session_id, 'answeredAt', to_char(answered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
           'value', value, 'band', band) ORDER BY answered_at) AS points
       FROM course_point WHERE client_id = $1 GROUP BY instrument_url, scale) series
     LEFT JOIN scale known ON known.instrument_url = series.instrument_url
       AND known.instrument_version = series.version AND known.code = series.scale
     ORDER BY series.instrument_url, known.position, series.scale`,
    [clientId],
  );
}

export interface SessionRow {
  readonly sessionId: string;
  readonly therapistId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
  readonly status: 'booked' | 'completed' | 'cancelled' | 'missed';
}

export function readSessions(tx: Transaction, clientId: string, limit: number): Promise<SessionRow[]> {
  return tx.query<SessionRow>(
    `SELECT session_id AS "sessionId", therapist_id AS "therapistId", starts_at AS "startsAt", ends_at AS "endsAt",
       zone, status FROM session WHERE client_id = $1 ORDER BY starts_at DESC LIMIT $2`,
    [clientId, limit],
  );
}
