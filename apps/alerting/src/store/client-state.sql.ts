import { alertAsJson } from './alert.sql.ts';
import { ruleSetInForce } from './rule-set.store.ts';

/** $1 client: the care relationships of a client, as JSON. */
const relationships = `(
    SELECT coalesce(jsonb_agg(to_jsonb(relationship)), '[]') FROM care_relationship relationship
    WHERE relationship.client_id = $1) AS relationships`;

/** $1 client, $2 closed alerts count from here on: the alerts a change in the scores may touch, as JSON. */
const alerts = `(
    SELECT coalesce(jsonb_agg(${alertAsJson}), '[]') FROM alert
    WHERE alert.client_id = $1 AND (alert.status <> 'resolved' OR alert.changed_at >= $2
      OR alert.repair ->> 'status' = 'watching')) AS alerts`;

/** $1 client, $3 instrument: what the rules remember of the series, as JSON. */
const memories = `(
    SELECT coalesce(jsonb_agg(to_jsonb(memory)), '[]') FROM series_memory memory
    WHERE memory.client_id = $1 AND memory.instrument_url = $3) AS memories`;

/** $4 the arriving points: stored, and answered with everything that was known before, in one round trip. */
export const recordPointsSql = `
  WITH arrived AS (
    INSERT INTO score_point (response_id, scale, client_id, instrument_url, instrument_version, value, answered_at, submitted_at)
    SELECT response_id, scale, client_id, instrument_url, instrument_version, value, answered_at, submitted_at
    FROM jsonb_populate_recordset(NULL::score_point, $4::jsonb)
    ON CONFLICT (response_id, scale) DO NOTHING
  )
  SELECT ${memories}, ${alerts}, ${relationships}, ${ruleSetInForce} AS rule_set`;

/** $1 client, $2 instrument: the whole series, which rules look at where what they remember is not enough. */
export const readPointsSql = `SELECT * FROM score_point
  WHERE client_id = $1 AND instrument_url = $2 AND NOT voided`;

/** $4 the voided response. Its alerts are looked up however long ago they were closed. */
export const voidPointsSql = `
  WITH taken AS (UPDATE score_point SET voided = true WHERE response_id = $4),
  -- What was remembered counts the voided response in.
  forgotten AS (DELETE FROM series_memory WHERE client_id = $1 AND instrument_url = $3)
  SELECT ${ruleSetInForce} AS rule_set, (
    SELECT coalesce(jsonb_agg(${alertAsJson}), '[]') FROM alert
    WHERE alert.client_id = $1 AND (alert.status <> 'resolved' OR alert.changed_at >= $2
      OR alert.repair ->> 'status' = 'watching' OR EXISTS (
      SELECT FROM alert_signal known WHERE known.alert_id = alert.alert_id AND known.response_id = $4))) AS alerts,
  ${relationships}`;

/** $4 the response, $5 its corrected points: they take the place of those that were there. */
export const correctPointsSql = `
  WITH unscored AS (
    UPDATE score_point SET voided = true
    WHERE response_id = $4 AND scale NOT IN (SELECT scale FROM jsonb_populate_recordset(NULL::score_point, $5::jsonb))
  ), corrected AS (
    INSERT INTO score_point (response_id, scale, client_id, instrument_url, instrument_version, value, answered_at, submitted_at)
    SELECT response_id, scale, client_id, instrument_url, instrument_version, value, answered_at, submitted_at
    FROM jsonb_populate_recordset(NULL::score_point, $5::jsonb)
    ON CONFLICT (response_id, scale) DO UPDATE SET value = excluded.value, voided = false
  ),
  forgotten AS (DELETE FROM series_memory WHERE client_id = $1 AND instrument_url = $3)
  SELECT ${ruleSetInForce} AS rule_set, (
    SELECT coalesce(jsonb_agg(${alertAsJson}), '[]') FROM alert
    WHERE alert.client_id = $1 AND (alert.status <> 'resolved' OR alert.changed_at >= $2
      OR alert.repair ->> 'status' = 'watching' OR EXISTS (
      SELECT FROM alert_signal known WHERE known.alert_id = alert.alert_id AND NOT known.withdrawn))) AS alerts,
  ${relationships}`;

/** $1 client: what decides where the client's unresolved alerts go. */
export const routingStateSql = `
  SELECT ${relationships}, (
    SELECT coalesce(jsonb_agg(${alertAsJson}), '[]') FROM alert
    WHERE alert.client_id = $1 AND alert.status <> 'resolved') AS alerts`;

/** $1 client: every alert about the client's safety, however long ago it was closed. */
export const safetyStateSql = `
  SELECT ${relationships}, (
    SELECT coalesce(jsonb_agg(${alertAsJson}), '[]') FROM alert
    WHERE alert.client_id = $1 AND alert.concern = 'safety') AS alerts`;

/** $1 memories, as JSON. */
export const saveMemoriesSql = `
  INSERT INTO series_memory SELECT * FROM jsonb_populate_recordset(NULL::series_memory, $1::jsonb)
  ON CONFLICT (client_id, instrument_url, scale) DO UPDATE SET rule_set = excluded.rule_set,
    answered_at = excluded.answered_at, submitted_at = excluded.submitted_at, response_id = excluded.response_id,
    watches = excluded.watches`;
