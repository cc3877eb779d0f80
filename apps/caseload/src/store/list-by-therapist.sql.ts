import { conditions, pageSql, where, type Narrowing } from './list-clients.sql.ts';

/** Where a page ended: which therapist's client, and with which risk; nobody's client has no therapist. */
interface Place {
  readonly therapistId: string | null;
  readonly risk: number;
  readonly id: string;
}

/** `<therapist>/<risk>`: a name stays here, because a cursor travels in addresses. */
const sortKey = (therapistId: string) => `${therapistId} || '/' || client_entry.risk`;

export function placeOf({ key, id }: { readonly key: string; readonly id: string }): Place {
  const [therapistId = '', risk] = key.split('/');
  return { therapistId: therapistId === '' ? null : therapistId, risk: Number(risk) || 0, id };
}

/** Clients in the order of their therapists' names, and of one therapist those at risk first. */
export function byTherapistSql(
  way: 'ASC' | 'DESC',
  narrowing: Narrowing,
  after: Place | null,
  limit: number,
) {
  const params: unknown[] = [narrowing.now];
  const param = (value: unknown) => `$${params.push(value)}`;
  const all = conditions(narrowing, params);
  if (after) {
    const [staff, risk, id] = [param(after.therapistId), param(after.risk), param(after.id)];
    const last = `(SELECT last.sort_name FROM staff last WHERE last.person_id = ${staff}::uuid)`;
    all.push(
      `(staff.sort_name, staff.person_id) ${way === 'ASC' ? '>=' : '<='} (coalesce(${last}, ''), ${staff}::uuid)`,
      `(staff.person_id <> ${staff}::uuid OR (client_entry.risk, client_id) < (${risk}::smallint, ${id}::uuid))`,
    );
  }
  const order = (staff: string, client: string) =>
    `${staff}.sort_name ${way}, ${staff}.person_id ${way}, ${client}.risk DESC, ${client}.client_id DESC`;
  const page = `
    SELECT client_entry.*, ${sortKey('staff.person_id')} AS sort_key
    FROM staff JOIN client_entry ON client_entry.therapist_id = staff.person_id ${where(all)}
    ORDER BY ${order('staff', 'client_entry')} LIMIT ${param(limit)}`;
  return { sql: pageSql(page, order('staff', 'page')), params };
}

/** Clients of nobody, or of somebody whose name is not known: last in both directions, those at risk first. */
export function withoutTherapistSql(narrowing: Narrowing, after: Place | null, limit: number) {
  const params: unknown[] = [narrowing.now];
  const param = (value: unknown) => `$${params.push(value)}`;
  const all = conditions(narrowing, params);
  all.push(`(therapist_id IS NULL OR therapist_id NOT IN (SELECT person_id FROM staff))`);
  if (after) all.push(`(risk, client_id) < (${param(after.risk)}::smallint, ${param(after.id)}::uuid)`);
  const page = `
    SELECT *, ${sortKey("''")} AS sort_key FROM client_entry ${where(all)}
    ORDER BY risk DESC, client_id DESC LIMIT ${param(limit)}`;
  return { sql: pageSql(page, 'page.risk DESC, page.client_id DESC'), params };
}
