import { readActions } from './read-actions.ts';
import type { Transaction } from '../../database/transaction.ts';

/** A list may be about every client: so many of them are named, the others counted. */
const mostClients = 20;

export interface TrailEntry {
  readonly entryId: string;
  readonly at: string;
  /** Null for a client, who acts by a link, and for the platform itself. */
  readonly personId: string | null;
  readonly roles: string[];
  readonly action: string;
  readonly clientIds: string[];
  readonly clients: number;
  readonly subject: string | null;
}

export interface TrailFilter {
  readonly personId?: string | undefined;
  readonly clientId?: string | undefined;
  readonly action?: string | undefined;
  readonly kind?: 'read' | 'change' | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface TrailPlace {
  readonly at: string;
  readonly entryId: string;
}

interface Row {
  readonly entry_id: string;
  readonly at: Date;
  readonly person_id: string | null;
  readonly roles: string[];
  readonly action: string;
  readonly client_ids: string[];
  readonly clients: number;
  readonly subject: string | null;
}

const kindOf = (action: string): 'read' | 'change' =>
  new RegExp(readActions).test(action) ? 'read' : 'change';
/** In the words of the index of changes. */
const ofKind = { read: `action ~ '${readActions}'`, change: `action !~ '${readActions}'` } as const;

/** The newest first, from behind a place. Only what is asked for is in the statement, so that an index serves it. */
export async function listTrail(
  tx: Transaction,
  { personId, clientId, action, kind, from, to }: TrailFilter,
  after: TrailPlace | null,
  limit: number,
): Promise<TrailEntry[]> {
  // A change is found among the changes, however rare it is.
  const kinds = [...new Set([kind, action === undefined ? undefined : kindOf(action)])].filter(
    (each) => each !== undefined,
  );
  const given: unknown[] = [limit];
  const at = (value: unknown) => `$${given.push(value)}`;
  const conditions = [
    ...(personId === undefined ? [] : [`person_id = ${at(personId)}`]),
    ...(clientId === undefined ? [] : [`client_ids @> ARRAY[${at(clientId)}::uuid]`]),
    ...(action === undefined ? [] : [`action = ${at(action)}`]),
    ...kinds.map((each) => ofKind[each]),
    ...(from === undefined ? [] : [`at >= ${at(from)}`]),
    ...(to === undefined ? [] : [`at < ${at(to)}`]),
    ...(after === null
      ? []
      : [`(at, entry_id) < (${at(after.at)}::timestamptz, ${at(after.entryId)}::bigint)`]),
  ];
  const rows = await tx.query<Row>(
    `SELECT entry_id, at, person_id, roles, action, client_ids[1:${mostClients}] AS client_ids,
       cardinality(client_ids) AS clients, subject
     FROM audit_entry WHERE ${['true', ...conditions].join(' AND ')} ORDER BY at DESC, entry_id DESC LIMIT $1`,
    given,
  );
  return rows.map(toEntry);
}

function toEntry(row: Row): TrailEntry {
  const { entry_id: entryId, person_id: personId, client_ids: clientIds } = row;
  const { roles, action, clients, subject } = row;
  return { entryId, at: row.at.toISOString(), personId, roles, action, clientIds, clients, subject };
}
