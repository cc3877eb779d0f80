import { inRange, type Range } from './number-ranges.sql.ts';

export const sortOrders = {
  risk: { key: 'risk', type: 'smallint', direction: 'DESC', beyond: '<' },
  name: { key: 'sort_name', type: 'text', direction: 'ASC', beyond: '>' },
  'last-session': { key: 'session_key', type: 'timestamptz', direction: 'DESC', beyond: '<' },
  'last-score': { key: 'score_key', type: 'double precision', direction: 'ASC', beyond: '>' },
  change: { key: 'change_key', type: 'double precision', direction: 'ASC', beyond: '>' },
  alerts: { key: 'alert_key', type: 'smallint', direction: 'DESC', beyond: '<' },
  attrition: { key: 'attrition', type: 'smallint', direction: 'DESC', beyond: '<' },
  missed: { key: 'missed_in_a_row', type: 'int', direction: 'DESC', beyond: '<' },
  'missed-90-days': { key: 'missed_lately', type: 'int', direction: 'DESC', beyond: '<' },
  'response-rate': { key: 'rate_key', type: 'double precision', direction: 'ASC', beyond: '>' },
  weeks: { key: 'since_key', type: 'timestamptz', direction: 'ASC', beyond: '>' },
  'last-contact': { key: 'contact_key', type: 'timestamptz', direction: 'ASC', beyond: '>' },
} as const;
export type SortOrder = keyof typeof sortOrders;

export type Care = 'current' | 'ended' | 'all';

/** True for a client whom nobody treats any more: there was a therapist, and there is none. */
const careEnded = (now: string, row: string) => `(${row}.therapist_id IS NULL AND EXISTS (
    SELECT FROM care_relationship past WHERE past.client_id = ${row}.client_id AND past.kind <> 'supervisor'
      AND past.valid_to <= ${now}))`;

/** What narrows the list: given as parameters after the ones the statement already has. */
export interface Narrowing {
  readonly search: string | null;
  readonly therapistId: string | null;
  /** For people who see their own clients only: row security agrees, but does not find the short way in. */
  readonly ownOnly: boolean;
  /** Those in care or still without any, those whose care has ended, or both. */
  readonly care: Care;
  readonly ranges: readonly Range[];
  readonly now: Date;
}

/** $1 is now. */
function conditions(narrowing: Narrowing, params: unknown[]): string[] {
  const { search, therapistId, ownOnly, care, ranges, now } = narrowing;
  const param = (value: unknown) => `$${params.push(value)}`;
  const ended = () => careEnded('$1::timestamptz', 'client_entry');
  return [
    ...ranges.flatMap((range) => inRange(range, now, param)),
    care === 'all' ? [] : care === 'ended' ? ended() : `NOT ${ended()}`,
    search === null ? [] : `client_id IN (SELECT find_clients(${param(search)}::text::tsquery))`,
    therapistId === null ? [] : `therapist_id = ${param(therapistId)}`,
    // As an array, which an index can be entered with; a set would be joined by reading the whole table.
    ownOnly ? 'client_id = ANY (ARRAY(SELECT app_clients()))' : [],
  ].flat();
}

const where = (all: readonly string[]) => (all.length > 0 ? `WHERE ${all.join(' AND ')}` : '');

/** $1 now. The columns that a client is shown by, from rows named `page`. */
const shown = `
  page.client_id, page.name, page.therapist_id, staff.name AS therapist_name, page.last_session_at,
  (SELECT min(starts_at) FROM session
    WHERE session.client_id = page.client_id AND status = 'booked' AND starts_at > $1) AS next_session_at,
  page.last_score, page.last_score_band, page.last_score_at, page.last_score_change, page.trend, page.alerts,
  (SELECT max(past.valid_to) FROM care_relationship past
    WHERE page.therapist_id IS NULL AND past.client_id = page.client_id AND past.kind <> 'supervisor'
      AND past.valid_to <= $1) AS care_ended_at,
  page.risk, page.reasons, page.missed_in_a_row, page.missed_lately, page.requests_due, page.requests_answered,
  page.requests_silent, page.care_since, greatest(page.last_session_at, page.last_answer_at) AS last_contact_at,
  page.attrition, page.factors, page.client_id::text IN (SELECT key FROM parked_event) AS behind`;

/** One page by keyset: the index of the sort order is entered at the cursor and left after `limit` rows. */
export function listClientsSql(
  order: SortOrder,
  narrowing: Narrowing,
  after: { key: string; id: string } | null,
  limit: number,
) {
  const { key, type, direction, beyond } = sortOrders[order];
  const params: unknown[] = [narrowing.now];
  const all = conditions(narrowing, params);
  if (after) {
    const id = `$${params.push(after.id)}::uuid`;
    // A name stays here: a cursor travels in addresses.
    const from =
      key === 'sort_name'
        ? `(SELECT last.sort_name FROM client_entry last WHERE last.client_id = ${id})`
        : `$${params.push(after.key)}::${type}`;
    all.push(`(${key}, client_id) ${beyond} (${from}, ${id})`);
  }
  const sql = `
    SELECT ${shown}, page.sort_key
    FROM (SELECT *, ${key}::text AS sort_key FROM client_entry ${where(all)}
      ORDER BY ${key} ${direction}, client_id ${direction} LIMIT $${params.push(limit)}) page
    LEFT JOIN staff ON staff.person_id = page.therapist_id
    ORDER BY page.${key} ${direction}, page.client_id ${direction}`;
  return { sql, params };
}

/** $1 now, $2 the client. */
export const findClientSql = `
  SELECT ${shown} FROM client_entry page LEFT JOIN staff ON staff.person_id = page.therapist_id
  WHERE page.client_id = $2`;

/**
 * Where nothing leads to a few clients, those with a therapist and those without are counted apart: only of the latter
 * it must be asked whether care has ended, and the former are found in an index alone.
 */
export function countClientsSql(narrowing: Narrowing) {
  const { search, therapistId, ownOnly, care, now } = narrowing;
  const params: unknown[] = [now];
  const part = (of: Narrowing, ...more: string[]) =>
    `(SELECT count(*) FROM client_entry ${where([...more, ...conditions(of, params)])})`;
  const few = search !== null || therapistId !== null || ownOnly;
  const total =
    few || care !== 'current'
      ? part(narrowing)
      : `${part({ ...narrowing, care: 'all' }, 'therapist_id IS NOT NULL')} + ${part(narrowing, 'therapist_id IS NULL')}`;
  return { sql: `SELECT (${total})::int AS total WHERE $1::timestamptz IS NOT NULL`, params };
}
