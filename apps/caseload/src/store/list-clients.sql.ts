import { inRange, type Range } from './number-ranges.sql.ts';
import { signsOf } from './signs.sql.ts';

interface SortKey {
  readonly key: string;
  readonly type: string;
  readonly direction: 'ASC' | 'DESC';
  /** What the key holds where it is not known: the last in this direction. */
  readonly unknown?: 'infinity' | '-infinity';
}

export const sortOrders = {
  risk: { key: 'risk', type: 'smallint', direction: 'DESC' },
  name: { key: 'sort_name', type: 'text', direction: 'ASC' },
  'last-session': { key: 'session_key', type: 'timestamptz', direction: 'DESC', unknown: '-infinity' },
  'next-session': { key: 'next_key', type: 'timestamptz', direction: 'ASC', unknown: 'infinity' },
  'last-score': { key: 'share_key', type: 'double precision', direction: 'ASC', unknown: 'infinity' },
  change: { key: 'shift_key', type: 'double precision', direction: 'ASC', unknown: 'infinity' },
  alerts: { key: 'alert_key', type: 'smallint', direction: 'DESC' },
  attrition: { key: 'attrition', type: 'smallint', direction: 'DESC' },
  missed: { key: 'missed_in_a_row', type: 'int', direction: 'DESC' },
  'missed-90-days': { key: 'missed_lately', type: 'int', direction: 'DESC' },
  'response-rate': { key: 'rate_key', type: 'double precision', direction: 'ASC', unknown: 'infinity' },
  weeks: { key: 'since_key', type: 'timestamptz', direction: 'ASC', unknown: 'infinity' },
  'last-contact': { key: 'contact_key', type: 'timestamptz', direction: 'ASC', unknown: 'infinity' },
} as const satisfies Readonly<Record<string, SortKey>>;
/** By the therapist's name is the one order that goes by another table. */
export type SortOrder = keyof typeof sortOrders | 'therapist';
/** An order, or with a minus before it the other way round. */
export type Sorting = SortOrder | `-${SortOrder}`;

export const sortings: readonly Sorting[] = (
  [...Object.keys(sortOrders), 'therapist'] as SortOrder[]
).flatMap((order) => [order, `-${order}`] as const);
/** Orders that go by what stands in a client's row. */
export type RowSorting = Exclude<Sorting, 'therapist' | '-therapist'>;

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
export function conditions(narrowing: Narrowing, params: unknown[]): string[] {
  const { search, therapistId, ownOnly, care, ranges, now } = narrowing;
  const param = (value: unknown) => `$${params.push(value)}`;
  const ended = () => careEnded('$1::timestamptz', 'client_entry');
  return [
    ...ranges.flatMap((range) => inRange(range, now, param)),
    care === 'all' ? [] : care === 'ended' ? ended() : `NOT ${ended()}`,
    search === null ? [] : `client_id IN (SELECT find_clients(${param(search)}::text::tsquery))`,
    therapistId === null ? [] : `therapist_id = ${param(therapistId)}`,
    own(ownOnly),
  ].flat();
}

/** As an array, which an index can be entered with; a set would be joined by reading the whole table. */
export const own = (ownOnly: boolean) => (ownOnly ? ['client_id = ANY (ARRAY(SELECT app_clients()))'] : []);

export const where = (all: readonly string[]) => (all.length > 0 ? `WHERE ${all.join(' AND ')}` : '');

/** $1 now. The columns that a client is shown by, from rows named `page`. */
const shown = `
  page.client_id, page.name, page.therapist_id, staff.name AS therapist_name, page.last_session_at,
  page.next_session_at, page.sessions_ahead,
  page.last_score, page.last_score_band, page.last_score_at, page.last_score_change,
  page.last_score_instrument, page.last_score_scale, page.last_score_min, page.last_score_max,
  page.last_score_higher_is_better, page.trend, page.alerts,
  (SELECT max(past.valid_to) FROM care_relationship past
    WHERE page.therapist_id IS NULL AND past.client_id = page.client_id AND past.kind <> 'supervisor'
      AND past.valid_to <= $1) AS care_ended_at,
  page.risk, page.reasons, ${signsOf('page')}, page.client_id::text IN (SELECT key FROM parked_event) AS behind`;

/**
 * One page by keyset: the index of the sort order is entered at the cursor and left after `limit` rows. The other way
 * round what is not known stays last, so those who are known and the rest are read apart.
 */
export function listClientsSql(
  sorting: RowSorting,
  narrowing: Narrowing,
  after: { key: string; id: string } | null,
  limit: number,
) {
  const reversed = sorting.startsWith('-');
  const { key, type, direction, unknown }: SortKey =
    sortOrders[sorting.replace(/^-/, '') as keyof typeof sortOrders];
  const way = (direction === 'ASC') === reversed ? 'DESC' : 'ASC';
  const params: unknown[] = [narrowing.now];
  const all = conditions(narrowing, params);
  const beyond = after ? cursorCondition({ key, type, way }, after, params) : [];
  const most = `$${params.push(limit)}`;
  const order = (rows: string) => `${rows}${key} ${way}, ${rows}client_id ${way}`;
  const part = (...more: string[]) =>
    `SELECT *, ${key}::text AS sort_key FROM client_entry ${where([...all, ...more])}
      ORDER BY ${order('')} LIMIT ${most}`;
  if (!reversed || unknown === undefined) return { sql: pageSql(part(...beyond), order('page.')), params };
  const known = `${key} ${unknown === 'infinity' ? '<' : '>'} '${unknown}'`;
  const rest = `${key} = '${unknown}'`;
  const amongRest = after?.key.toLowerCase() === unknown;
  const parts = amongRest
    ? part(rest, ...beyond)
    : `SELECT * FROM ((${part(known, ...beyond)}) UNION ALL (${part(rest)})) parts
       ORDER BY ${rest}, ${order('')} LIMIT ${most}`;
  return { sql: pageSql(parts, `page.${rest}, ${order('page.')}`), params };
}

function cursorCondition(
  { key, type, way }: { key: string; type: string; way: 'ASC' | 'DESC' },
  after: { key: string; id: string },
  params: unknown[],
): string[] {
  const id = `$${params.push(after.id)}::uuid`;
  // A name stays here: a cursor travels in addresses.
  const from =
    key === 'sort_name'
      ? `(SELECT last.sort_name FROM client_entry last WHERE last.client_id = ${id})`
      : `$${params.push(after.key)}::${type}`;
  return [`(${key}, client_id) ${way === 'ASC' ? '>' : '<'} (${from}, ${id})`];
}

export const pageSql = (page: string, order: string) => `
  SELECT ${shown}, page.sort_key FROM (${page}) page
  LEFT JOIN staff ON staff.person_id = page.therapist_id ORDER BY ${order}`;

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
