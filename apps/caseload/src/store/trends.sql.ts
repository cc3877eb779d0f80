import { allianceScales } from './alliance-scale.sql.ts';
import { asked, by, ofTeam, therapist, within } from './asked-for.sql.ts';

const sessions = (status: string) => `
  SELECT session_id AS id, client_id, starts_at AS at, NULL::double precision AS value FROM session
  WHERE status = '${status}' AND ${within('starts_at')} AND ${by(therapist, 'therapist_id')}
    AND ${ofTeam('session.client_id', 'starts_at')}`;

const answered = 'EXISTS (SELECT FROM client_answer answer WHERE answer.request_id = request.request_id)';
const requests = (condition: string) => `
  SELECT request_id AS id, client_id, issued_at AS at, NULL::double precision AS value FROM client_request request
  WHERE ${condition} AND ${within('issued_at')} AND ${asked('request.client_id', 'issued_at')}`;

const alerts = (condition: string) => `
  SELECT alert_id AS id, client_id, raised_at AS at,
    extract(epoch FROM taken_at - raised_at)::double precision AS value
  FROM client_alert alert
  WHERE ${condition} AND ${within('raised_at')} AND ${asked('alert.client_id', 'raised_at')}`;

/** Care with a primary therapist; a handover neither begins nor ends it. */
const care = (at: 'valid_from' | 'valid_to', goesOn: string) => `
  SELECT care_relationship_id AS id, client_id, ${at} AS at, NULL::double precision AS value
  FROM care_relationship this
  WHERE kind = 'primary' AND (valid_to IS NULL OR valid_to > valid_from) AND ${within(at)}
    AND ${by(therapist, 'staff_id')} AND ${ofTeam('this.client_id', at, '>=')}
    AND NOT EXISTS (SELECT FROM care_relationship other WHERE other.client_id = this.client_id
      AND other.kind = 'primary' AND other.care_relationship_id <> this.care_relationship_id
      AND (other.valid_to IS NULL OR other.valid_to > other.valid_from) AND ${goesOn})`;

/** Scores on every scale that stands for the alliance. */
const scores = `
  SELECT response_id AS id, client_id, answered_at AS at, value, known.* FROM course_point point
  JOIN (${allianceScales}) known ON known.instrument_url = point.instrument_url AND known.code = point.scale
    AND known.instrument_version = point.instrument_version
  WHERE value IS NOT NULL AND ${within('answered_at')} AND ${asked('point.client_id', 'answered_at')}`;

/** Of these scales, each in its bounds, the one most answered: means of several would be means of nothing. */
export const meanScaleSql = `
  SELECT instrument_url AS instrument, code AS scale, min, max, (array_agg(instrument_title ORDER BY at DESC))[1] AS
    "instrumentTitle", (array_agg(title ORDER BY at DESC))[1] AS title
  FROM (${scores}) scores GROUP BY instrument_url, code, min, max ORDER BY count(*) DESC, min(place) LIMIT 1`;

/**
 * What each number counts, as rows with an id, a client, a time and perhaps a value: numbers and the lists beneath
 * them are made of the same. $1 from, $2 to, $3 the therapist and the supervisor, $4 now.
 */
export const measured = {
  completed: sessions('completed'),
  missed: sessions('missed'),
  cancelled: sessions('cancelled'),
  sent: requests(`(state IN ('open', 'expired') OR ${answered})`),
  answered: requests(answered),
  unanswered: requests(`state = 'expired' AND NOT ${answered}`),
  scored: `SELECT DISTINCT ON (id) id, client_id, at, value FROM (${scores}) scores ORDER BY id, place`,
  alliance: alerts(`concern = 'alliance'`),
  outcome: alerts(`concern = 'outcome'`),
  safety: alerts(`concern = 'safety'`),
  attendance: alerts(`concern = 'attendance'`),
  taken: alerts('taken_at IS NOT NULL'),
  'in-time': alerts('taken_at <= acknowledge_by'),
  late: alerts(
    `(taken_at > acknowledge_by OR taken_at IS NULL AND status = 'open' AND acknowledge_by <= $4::timestamptz)`,
  ),
  repaired: alerts(`repair = 'repaired'`),
  'not-repaired': alerts(`repair = 'not-repaired'`),
  begun: care(
    'valid_from',
    'other.valid_from < this.valid_from AND (other.valid_to IS NULL OR other.valid_to >= this.valid_from)',
  ),
  ended: care(
    'valid_to',
    'other.valid_from <= this.valid_to AND (other.valid_to IS NULL OR other.valid_to > this.valid_to)',
  ),
  'in-care': `
    SELECT care_relationship_id AS id, client_id, valid_from AS at, NULL::double precision AS value
    FROM care_relationship this
    WHERE kind = 'primary' AND $1::timestamptz IS NOT NULL AND valid_from < $2::timestamptz
      AND (valid_to IS NULL OR valid_to >= $2 AND valid_to > valid_from)
      AND ${by(therapist, 'staff_id')} AND ${ofTeam('this.client_id', '$2', '>=')}`,
} as const;
export type Measure = keyof typeof measured;
export const measures = Object.keys(measured) as [Measure, ...Measure[]];

/** Those that happen at a time; how many are in care is asked of a moment. */
const happening = measures.filter((measure) => measure !== 'in-care');
const all = happening.map((one) => `SELECT '${one}' AS measure, * FROM (${measured[one]}) rows`);

/** $5 where each period begins: so one look at each table counts for all periods. */
export const countSql = `
  SELECT measure, width_bucket(at, $5::timestamptz[]) - 1 AS period, count(*)::int AS count,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY value) FILTER (WHERE measure = 'taken') AS median
  FROM (${all.join(' UNION ALL ')}) facts WHERE $4::timestamptz IS NOT NULL GROUP BY measure, period`;

/** Each client counts once, however often they answered. $4 where each period begins, then the scale and its bounds. */
export const meanSql = `
  SELECT period, count(*)::int AS clients, avg(mean) AS mean FROM (
    SELECT width_bucket(at, $4::timestamptz[]) - 1 AS period, client_id, avg(value) AS mean
    FROM (${scores}) scores WHERE instrument_url = $5 AND code = $6 AND min = $7 AND max = $8
    GROUP BY period, client_id) by_client
  GROUP BY period`;

/** $5 the place to go on after, $6 the id there, $7 how many. */
export const rowsSql = (measure: Measure) => `
  SELECT fact.id, fact.client_id AS "clientId", entry.name AS "clientName", staff.name AS "therapistName",
    fact.at, fact.at::text AS place, fact.value
  FROM (${measured[measure]}) fact
  LEFT JOIN client_entry entry ON entry.client_id = fact.client_id
  LEFT JOIN staff ON staff.person_id = entry.therapist_id
  -- Not every measure asks for all of the first four, and Postgres wants to know of what type each is.
  WHERE num_nonnulls($1::timestamptz, $2::timestamptz, $3::uuid[], $4::timestamptz) > 0
    AND ($5::timestamptz IS NULL OR (fact.at, fact.id) < ($5::timestamptz, $6::uuid))
  ORDER BY fact.at DESC, fact.id DESC LIMIT $7`;
