import { audit, Clock, Database, type Person, type Transaction } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { searchQuery } from '../../domain/search-query.ts';
import { Freshness, type FreshnessView } from '../../freshness.ts';
import type { Care, Narrowing, Sorting } from '../../store/list-clients.sql.ts';
import { countClients, listClients } from '../../store/list-clients.store.ts';
import type { Range } from '../../store/number-ranges.sql.ts';
import { viewClient, type ClientView } from '../client-view.ts';

/** Which clients are meant, and in which order. */
export interface Selection {
  readonly search: string | null;
  readonly therapistId: string | null;
  readonly care: Care;
  readonly ranges: readonly Range[];
  readonly sort: Sorting;
}

export interface ListRequest extends Selection {
  readonly after: Place | null;
  readonly limit: number;
}

/** Where a page ended, without a name, which is looked up; the number of all clients is counted once and travels along. */
export interface Place {
  readonly key: string;
  readonly id: string;
  readonly total: number;
}

export interface ClientPage extends FreshnessView {
  readonly items: ClientView[];
  readonly end: Place | null;
  readonly total: number;
}

const seeEverybody = ['operations', 'clinic-lead'];

@Injectable()
export class ListClients {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly freshness: Freshness,
  ) {}

  page(person: Person, request: ListRequest): Promise<ClientPage> {
    return this.database.asPerson(person, async (tx) => {
      const now = this.clock.now();
      const page = await this.read(tx, person, request, now);
      const clientIds = page.items.map(({ clientId }) => clientId);
      audit(tx, { person, action: 'view-caseload', clientIds, subject: null, at: now });
      return page;
    });
  }

  private async read(tx: Transaction, person: Person, request: ListRequest, now: Date): Promise<ClientPage> {
    const { sort, after, limit } = request;
    const narrowing = narrow(person, request, now);
    const rows = await listClients(tx, sort, narrowing, after, limit + 1);
    const total = after?.total ?? (await countClients(tx, narrowing));
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    const key = sort === 'name' || sort === '-name' ? '' : last?.sort_key;
    const end = last ? { key: key ?? '', id: last.client_id, total } : null;
    return { items: shown.map((row) => viewClient(row, now)), end, total, ...this.freshness.view() };
  }
}

/** Those of the selection whom the person may see. */
export function narrow(
  { roles }: Person,
  { search, therapistId, care, ranges }: Selection,
  now: Date,
): Narrowing {
  const ownOnly = !roles.some((role) => seeEverybody.includes(role));
  return {
    ...{ search: search === null ? null : searchQuery(search), therapistId },
    ...{ ownOnly, care, ranges, now },
  };
}
