import type { Transaction } from '@attune/platform';
import { conditions, own, pageSql, where, type Narrowing } from './list-clients.sql.ts';

/** The last client that was shown of a therapist: those at risk are first. */
interface Shown {
  readonly therapistId: string;
  readonly risk: number;
  readonly id: string;
}

/** Where a page ended: which therapist's client, and with which risk; nobody's client has no therapist. */
export interface Place extends Omit<Shown, 'therapistId'> {
  readonly therapistId: string | null;
  /** Who came next then: the list goes on with them, even where the one it stood at has another name now, or none. */
  readonly next: string | null;
  /** Which of the therapists in this order it was, for where both of them are gone. */
  readonly rank: number;
  /** Whose name went while the list was read, so that their other clients are nobody's now. */
  readonly gone: readonly Shown[];
}

/** `<therapist>/<risk>/<rank>/<next>`, and then who is gone: a name stays here, because a cursor travels in addresses. */
export function placeOf({ key, id }: { readonly key: string; readonly id: string }): Place {
  const [place = '', ...gone] = key.split('|');
  const [therapistId = '', risk, rank, next = ''] = place.split('/');
  return {
    ...{ therapistId: therapistId === '' ? null : therapistId, risk: Number(risk) || 0, id },
    ...{ rank: Number(rank) || 0, next: next === '' ? null : next, gone: gone.map(shownOf) },
  };
}

function shownOf(word: string): Shown {
  const [therapistId = '', risk, id = ''] = word.split('/');
  return { therapistId, risk: Number(risk) || 0, id };
}
export const wordOf = ({ therapistId, risk, id }: Shown) => `|${therapistId}/${risk}/${id}`;

/** Where a page ended, as it looks when the next one is asked for. */
export async function placeNow(tx: Transaction, place: Place): Promise<Place> {
  const { therapistId, risk, id } = place;
  if (therapistId === null) return place;
  const known = await tx.query('SELECT FROM staff WHERE person_id = $1', [therapistId]);
  return known.length > 0 ? place : { ...place, gone: [...place.gone, { therapistId, risk, id }] };
}

/**
 * Clients in the order of their therapists' names, and of one therapist those at risk first. Whatever becomes of names
 * between two pages, nobody is left out; who has moved behind the place where the list stands may come once more.
 */
export function byTherapistSql(
  way: 'ASC' | 'DESC',
  narrowing: Narrowing,
  after: Place | null,
  limit: number,
) {
  const params: unknown[] = [narrowing.now];
  const param = (value: unknown) => `$${params.push(value)}`;
  const all = conditions(narrowing, params);
  let next = 'next';
  if (after) {
    const [last, risk, id] = [`${param(after.therapistId)}::uuid`, param(after.risk), param(after.id)];
    const then = `${param(after.next)}::uuid`;
    // Somebody who has another name now leads on to whom they led on to before.
    next = `CASE WHEN ranked.person_id = ${last} THEN ${then} ELSE next END`;
    const rankOf = (staff: string) => `(SELECT rank FROM ranked WHERE person_id = ${staff})`;
    const from = `coalesce(${rankOf(then)}, ${rankOf(last)}, ${param(after.rank)}::bigint)`;
    all.push(
      `(ranked.rank >= ${from} OR ranked.person_id = ${last})`,
      `(ranked.person_id <> ${last} OR (risk, client_id) < (${risk}::smallint, ${id}::uuid))`,
    );
  }
  const byName = (staff: string) => `${staff}.sort_name ${way}, ${staff}.person_id ${way}`;
  const page = `
    WITH ranked AS (
      SELECT person_id, sort_name, row_number() OVER named AS rank, lead(person_id) OVER named AS next FROM staff
      WINDOW named AS (ORDER BY ${byName('staff')}))
    SELECT client_entry.*, ranked.rank, concat_ws('/', ranked.person_id, risk, ranked.rank, ${next}) AS sort_key
    FROM ranked JOIN client_entry ON client_entry.therapist_id = ranked.person_id ${where(all)}
    ORDER BY ${byName('ranked')}, risk DESC, client_id DESC LIMIT ${param(limit)}`;
  return { sql: pageSql(page, 'page.rank, page.risk DESC, page.client_id DESC'), params };
}

/** Whose name is not known: each therapist of clients is looked up once, and the clients of each are not. */
const unknownTherapists = (ownOnly: boolean) => {
  const next = (after: string) => `
    SELECT therapist_id FROM client_entry ${where([after, ...own(ownOnly)])} ORDER BY therapist_id LIMIT 1`;
  return `WITH RECURSIVE found AS (
      (${next('therapist_id IS NOT NULL')})
      UNION ALL
      SELECT (${next('therapist_id > found.therapist_id')}) FROM found WHERE found.therapist_id IS NOT NULL)
    SELECT therapist_id FROM found WHERE therapist_id IS NOT NULL AND therapist_id NOT IN (SELECT person_id FROM staff)`;
};

/** Clients of nobody, or of somebody whose name is not known: last in both directions, those at risk first. */
export function withoutTherapistSql(
  narrowing: Narrowing,
  { after, gone }: { readonly after: Omit<Shown, 'therapistId'> | null; readonly gone: readonly Shown[] },
  limit: number,
) {
  const params: unknown[] = [narrowing.now];
  const param = (value: unknown) => `$${params.push(value)}`;
  const all = conditions(narrowing, params);
  const place = ({ risk, id }: Omit<Shown, 'therapistId'>) =>
    `(${param(risk)}::smallint, ${param(id)}::uuid)`;
  if (after) all.push(`(risk, client_id) < ${place(after)}`);
  const unseen = gone.map(
    (last) => `NOT (therapist_id = ${param(last.therapistId)}::uuid AND (risk, client_id) >= ${place(last)})`,
  );
  const most = param(limit);
  // By the therapist first, although there is one: so it is the order of the index.
  const first = (...more: string[]) => `SELECT * FROM client_entry ${where([...all, ...more])}
    ORDER BY therapist_id, risk DESC, client_id DESC LIMIT ${most}`;
  const page = `
    SELECT *, '/' || risk AS sort_key FROM (
      (${first('therapist_id IS NULL')})
      UNION ALL
      (SELECT theirs.* FROM (${unknownTherapists(narrowing.ownOnly)}) somebody,
        LATERAL (${first('therapist_id = somebody.therapist_id', ...unseen)}) theirs)
    ) rest ORDER BY risk DESC, client_id DESC LIMIT ${most}`;
  return { sql: pageSql(page, 'page.risk DESC, page.client_id DESC'), params };
}
