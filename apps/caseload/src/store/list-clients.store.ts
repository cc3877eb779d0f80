import type { Transaction } from '@attune/platform';
import type { OpenAlert } from '../domain/caseload-entry.ts';
import { byTherapistSql, placeNow, placeOf, withoutTherapistSql, wordOf } from './list-by-therapist.sql.ts';
import {
  countClientsSql,
  findClientSql,
  listClientsSql,
  type Narrowing,
  type Sorting,
} from './list-clients.sql.ts';
import type { SignsRow } from './signs.sql.ts';

export interface ListedClient extends SignsRow {
  readonly client_id: string;
  readonly name: string | null;
  readonly therapist_id: string | null;
  readonly therapist_name: string | null;
  readonly last_session_at: Date | null;
  readonly next_session_at: Date | null;
  readonly sessions_ahead: number;
  readonly last_score: number | null;
  readonly last_score_band: string | null;
  readonly last_score_at: Date | null;
  readonly last_score_change: number | null;
  readonly last_score_instrument: string | null;
  readonly last_score_scale: string | null;
  readonly last_score_min: number | null;
  readonly last_score_max: number | null;
  readonly last_score_higher_is_better: boolean | null;
  readonly trend: number[];
  readonly care_ended_at: Date | null;
  readonly alerts: OpenAlert[];
  readonly risk: number;
  readonly reasons: string[];
  readonly behind: boolean;
}

export interface PlacedClient extends ListedClient {
  readonly sort_key: string;
}

export function listClients(
  tx: Transaction,
  order: Sorting,
  narrowing: Narrowing,
  after: { key: string; id: string } | null,
  limit: number,
): Promise<PlacedClient[]> {
  if (order === 'therapist') return listByTherapist(tx, 'ASC', narrowing, after, limit);
  if (order === '-therapist') return listByTherapist(tx, 'DESC', narrowing, after, limit);
  const { sql, params } = listClientsSql(order, narrowing, after, limit);
  return tx.query<PlacedClient>(sql, params);
}

/** Who has no therapist comes last, in both directions. */
async function listByTherapist(
  tx: Transaction,
  way: 'ASC' | 'DESC',
  narrowing: Narrowing,
  after: { key: string; id: string } | null,
  limit: number,
): Promise<PlacedClient[]> {
  const place = after && (await placeNow(tx, placeOf(after)));
  const gone = place?.gone ?? [];
  const amongRest = place !== null && place.therapistId === null;
  const known = byTherapistSql(way, narrowing, place, limit);
  const page = amongRest ? [] : await tx.query<PlacedClient>(known.sql, known.params);
  if (page.length < limit) {
    const of = { after: amongRest ? place : null, gone };
    const rest = withoutTherapistSql(narrowing, of, limit - page.length);
    page.push(...(await tx.query<PlacedClient>(rest.sql, rest.params)));
  }
  const words = gone.map(wordOf).join('');
  return page.map((row) => ({ ...row, sort_key: row.sort_key + words }));
}

export async function countClients(tx: Transaction, narrowing: Narrowing): Promise<number> {
  const { sql, params } = countClientsSql(narrowing);
  const [row] = await tx.query<{ total: number }>(sql, params);
  return row?.total ?? 0;
}

export async function findClient(tx: Transaction, clientId: string, now: Date): Promise<ListedClient | null> {
  const [row] = await tx.query<ListedClient>(findClientSql, [now, clientId]);
  return row ?? null;
}
