import { allianceScales } from './alliance-scale.sql.ts';
import { asked, by, ofTeam, supervisor, therapist, within } from './asked-for.sql.ts';
import type { Measure } from './trends.sql.ts';

/** Care that began before somebody supervised it is theirs from then on. */
const care = `SELECT min(greatest(this.valid_from, team.valid_from)) FROM care_relationship this
  LEFT JOIN care_relationship team ON team.client_id = this.client_id AND team.kind = 'supervisor'
    AND team.staff_id = ${supervisor} AND team.valid_from <= coalesce(this.valid_to, 'infinity')
    AND coalesce(team.valid_to, 'infinity') >= this.valid_from
  WHERE this.kind = 'primary' AND ${by(therapist, 'this.staff_id')}
    AND (${supervisor} IS NULL OR team.client_id IS NOT NULL)`;

const team = `SELECT min(valid_from) AS at FROM care_relationship
  WHERE kind = 'supervisor' AND staff_id = ${supervisor}`;

/**
 * Since when there can be anything: the care of whoever is asked for begins it, and where they have none nothing is
 * looked for. Few rows tell it; without it the whole history would be read to find nothing.
 */
const since = `SELECT CASE
  WHEN ${therapist} IS NOT NULL THEN (${care})
  WHEN ${supervisor} IS NOT NULL THEN (SELECT at FROM team)
  ELSE '-infinity' END AS at`;
const sinceThen = (at: string) => `${at} >= (SELECT at FROM since) AND ${within(at)}`;

const request = `SELECT issued_at FROM client_request request
  WHERE ${sinceThen('issued_at')} AND ${asked('request.client_id', 'issued_at')} ORDER BY issued_at LIMIT 1`;

const alert = `SELECT raised_at FROM client_alert alert
  WHERE ${sinceThen('raised_at')} AND ${asked('alert.client_id', 'raised_at')} ORDER BY raised_at LIMIT 1`;

const session = `SELECT starts_at FROM session WHERE ${within('starts_at')} AND ${by(therapist, 'therapist_id')}
  AND ${ofTeam('session.client_id', 'starts_at')}
  AND (${supervisor} IS NULL OR starts_at >= (SELECT at FROM team)) ORDER BY starts_at LIMIT 1`;

/** Scale by scale, so that an index leads to the first of each. */
const score = `SELECT min(first.answered_at) FROM (${allianceScales}) known CROSS JOIN LATERAL (
  SELECT answered_at FROM course_point point
  WHERE point.instrument_url = known.instrument_url AND point.scale = known.code
    AND point.instrument_version = known.instrument_version AND value IS NOT NULL
    AND ${sinceThen('answered_at')} AND ${asked('point.client_id', 'answered_at')}
  ORDER BY answered_at LIMIT 1) first`;

/**
 * When the first record of each kind is of, null where there is none: before it nothing is known, and nothing is no
 * zero. Alerts are raised about what Attune asks, never about the past: without one there were none since then.
 * $1 from, $2 to, $3 the therapist and the supervisor.
 */
export const firstRecordsSql = `
  WITH team AS MATERIALIZED (${team}), since AS MATERIALIZED (${since}), asked_first AS MATERIALIZED (${request})
  SELECT (${session}) AS session, (SELECT issued_at FROM asked_first) AS request, (${score}) AS score,
    least((SELECT issued_at FROM asked_first), (${alert})) AS alert,
    (SELECT min(first) FROM (${care}) care (first) WHERE ${within('first')}) AS care`;

type Kind = 'session' | 'request' | 'score' | 'alert' | 'care';
export type FirstRecords = Readonly<Record<Kind, Date | null>>;

/** Of which kind of record each number is. */
export const kindOf: Readonly<Record<Measure, Kind>> = {
  ...{ completed: 'session', missed: 'session', cancelled: 'session' },
  ...{ sent: 'request', answered: 'request', unanswered: 'request' },
  scored: 'score',
  ...{ alliance: 'alert', outcome: 'alert', safety: 'alert', attendance: 'alert' },
  ...{ taken: 'alert', 'in-time': 'alert', late: 'alert', repaired: 'alert', 'not-repaired': 'alert' },
  ...{ begun: 'care', ended: 'care', 'in-care': 'care' },
};
