import { allianceScales } from './alliance-scale.sql.ts';
import { asked, by, ofTeam, supervisor, therapist, within } from './asked-for.sql.ts';
import type { Measure } from './trends.sql.ts';

const request = `SELECT issued_at FROM client_request request
  WHERE ${within('issued_at')} AND ${asked('request.client_id', 'issued_at')} ORDER BY issued_at LIMIT 1`;

const alert = `SELECT raised_at FROM client_alert alert
  WHERE ${within('raised_at')} AND ${asked('alert.client_id', 'raised_at')} ORDER BY raised_at LIMIT 1`;

/** Care that began before somebody supervised it is theirs from then on. */
const care = `SELECT min(greatest(this.valid_from, team.valid_from)) FROM care_relationship this
  LEFT JOIN care_relationship team ON team.client_id = this.client_id AND team.kind = 'supervisor'
    AND team.staff_id = ${supervisor} AND team.valid_from <= coalesce(this.valid_to, 'infinity')
    AND coalesce(team.valid_to, 'infinity') >= this.valid_from
  WHERE this.kind = 'primary' AND ${within('this.valid_from')} AND ${by(therapist, 'this.staff_id')}
    AND (${supervisor} IS NULL OR team.client_id IS NOT NULL)`;

const session = `SELECT starts_at FROM session WHERE ${within('starts_at')} AND ${by(therapist, 'therapist_id')}
  AND ${ofTeam('session.client_id', 'starts_at')} ORDER BY starts_at LIMIT 1`;

/** Scale by scale, so that an index leads to the first of each. */
const score = `SELECT min(first.answered_at) FROM (${allianceScales}) known CROSS JOIN LATERAL (
  SELECT answered_at FROM course_point point
  WHERE point.instrument_url = known.instrument_url AND point.scale = known.code
    AND point.instrument_version = known.instrument_version AND value IS NOT NULL
    AND ${within('answered_at')} AND ${asked('point.client_id', 'answered_at')}
  ORDER BY answered_at LIMIT 1) first`;

/**
 * When the first record of each kind is of, null where there is none: before it nothing is known, and nothing is no
 * zero. Alerts are raised about what Attune asks, never about the past: without one there were none since then.
 * $1 from, $2 to, $3 the therapist and the supervisor.
 */
export const firstRecordsSql = `
  SELECT (${session}) AS session, (${request}) AS request, (${score}) AS score,
    least((${request}), (${alert})) AS alert, (${care}) AS care`;

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
