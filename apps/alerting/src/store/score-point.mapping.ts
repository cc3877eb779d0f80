import type { ScorePoint } from '../domain/series/score-series.ts';

export interface PointRow {
  readonly response_id: string;
  readonly scale: string;
  readonly client_id: string;
  readonly instrument_url: string;
  readonly instrument_version: string;
  readonly value: number;
  readonly answered_at: string;
  readonly submitted_at: string;
}

export function toScorePoint(row: PointRow): ScorePoint {
  return {
    responseId: row.response_id,
    scale: row.scale,
    instrument: { url: row.instrument_url, version: row.instrument_version },
    value: row.value,
    answeredAt: new Date(row.answered_at),
    submittedAt: new Date(row.submitted_at),
  };
}

export function toPointRow(clientId: string, point: ScorePoint): PointRow {
  return {
    response_id: point.responseId,
    scale: point.scale,
    client_id: clientId,
    instrument_url: point.instrument.url,
    instrument_version: point.instrument.version,
    value: point.value,
    answered_at: point.answeredAt.toISOString(),
    submitted_at: point.submittedAt.toISOString(),
  };
}
