import { alertAsJson } from './alert.sql.ts';

/** $1 client: the care relationships of a client, as JSON. */
const relationships = `(
    SELECT coalesce(jsonb_agg(to_jsonb(relationship)), '[]') FROM care_relationship relationship
    WHERE relationship.client_id = $1) AS relationships`;

/** $1 client, $2 closed alerts count from here on: the alerts a change in the scores may touch, as JSON. */
const alerts = `(
    SELECT coalesce(jsonb_agg(${alertAsJson}), '[]') FROM alert
    WHERE alert.client_id = $1 AND (alert.status <> 'resolved' OR alert.changed_at >= $2)) AS alerts`;

/** $1 client, $3 instrument: the series that rules look at, as JSON; long enough for every detector. */
const points = `(
    SELECT coalesce(jsonb_agg(to_jsonb(point)), '[]') FROM (
      SELECT * FROM score_point stored
      WHERE stored.client_id = $1 AND stored.instrument_url = $3 AND NOT stored.voided
      ORDER BY stored.answered_at DESC LIMIT 400) point) AS points`;

/** $4 the arriving points: stored, and answered with everything that was known before, in one round trip. */
export const recordPointsSql = `
  WITH arrived AS (
    INSERT INTO score_point (response_id, scale, client_id, instrument_url, instrument_version, value, answered_at, submitted_at)
    SELECT response_id, scale, client_id, instrument_url, instrument_version, value, answered_at, submitted_at
    FROM jsonb_populate_recordset(NULL::score_point, $4::jsonb)
    ON CONFLICT (response_id, scale) DO NOTHING
  )
  SELECT ${points}, ${alerts}, ${relationships}`;

/** $4 the voided response. Its alerts are looked up however long ago they were closed. */
export const voidPointsSql = `
  WITH taken AS (UPDATE score_point SET voided = true WHERE response_id = $4)
  SELECT ${points.replace('NOT stored.voided', 'NOT stored.voided AND stored.response_id <> $4')},
  (
    SELECT coalesce(jsonb_agg(${alertAsJson}), '[]') FROM alert
    WHERE alert.client_id = $1 AND (alert.status <> 'resolved' OR alert.changed_at >= $2 OR EXISTS (
      SELECT FROM alert_signal known WHERE known.alert_id = alert.alert_id AND known.response_id = $4))) AS alerts,
  ${relationships}`;

/** $1 client: what decides where the client's unresolved alerts go. */
export const routingStateSql = `
  SELECT ${relationships}, (
    SELECT coalesce(jsonb_agg(${alertAsJson}), '[]') FROM alert
    WHERE alert.client_id = $1 AND alert.status <> 'resolved') AS alerts`;
