import type { Transaction } from '@attune/platform';
import type { Alert } from '../domain/alert.ts';
import type { CareRelationship } from '../domain/derive-route.ts';
import type { ScorePoint } from '../domain/score-series.ts';
import { toAlert, type AlertRow } from './alert.mapping.ts';
import { recordPointsSql, routingStateSql, voidPointsSql } from './client-state.sql.ts';
import { toPointRow, toScorePoint, type PointRow } from './score-point.mapping.ts';

export interface RoutingState {
  readonly alerts: readonly Alert[];
  readonly relationships: readonly CareRelationship[];
}

export interface ClientState extends RoutingState {
  readonly points: readonly ScorePoint[];
}

interface StateRow {
  readonly points: PointRow[];
  readonly alerts: AlertRow[];
  readonly relationships: RelationshipRow[];
}

interface RelationshipRow {
  readonly care_relationship_id: string;
  readonly staff_id: string;
  readonly kind: CareRelationship['kind'];
  readonly valid_from: string;
  readonly valid_to: string | null;
}

/**
 * Scores, relationships, sweeps and people may reach a client at once, each through its own consumer: whoever changes
 * a client's alerts holds this lock until commit. It must be a statement of its own, because what is read in the same
 * statement would be as old as the wait for the lock.
 */
export function lockClient(tx: Transaction, clientId: string): void {
  tx.send('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [clientId]);
}

/** Stores the points of a new response and answers with the client's state, the new points included. */
export async function recordPoints(
  tx: Transaction,
  clientId: string,
  instrument: string,
  arriving: readonly ScorePoint[],
  closedSince: Date,
): Promise<ClientState> {
  const rows = JSON.stringify(arriving.map((point) => toPointRow(clientId, point)));
  const state = await one(tx, recordPointsSql, [clientId, closedSince, instrument, rows]);
  const byKey = new Map(
    [...state.points, ...arriving].map((point) => [`${point.responseId} ${point.scale}`, point]),
  );
  return { ...state, points: [...byKey.values()] };
}

/** Marks the points of a response as voided and answers with the client's state without them. */
export function voidPoints(
  tx: Transaction,
  clientId: string,
  instrument: string,
  responseId: string,
  closedSince: Date,
): Promise<ClientState> {
  return one(tx, voidPointsSql, [clientId, closedSince, instrument, responseId]);
}

export async function readRoutingState(tx: Transaction, clientId: string): Promise<RoutingState> {
  return one(tx, routingStateSql, [clientId]);
}

async function one(tx: Transaction, sql: string, params: readonly unknown[]): Promise<ClientState> {
  const [row] = await tx.query<StateRow>(sql, params);
  return {
    points: (row?.points ?? []).map(toScorePoint),
    alerts: (row?.alerts ?? []).map(toAlert),
    relationships: (row?.relationships ?? []).map((relationship) => ({
      careRelationshipId: relationship.care_relationship_id,
      staffId: relationship.staff_id,
      kind: relationship.kind,
      from: new Date(relationship.valid_from),
      to: relationship.valid_to === null ? null : new Date(relationship.valid_to),
    })),
  };
}
