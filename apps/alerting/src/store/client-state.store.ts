import type { Transaction } from '@attune/platform';
import type { Alert } from '../domain/alert/alert.ts';
import type { CareRelationship } from '../domain/alert/derive-route.ts';
import type { ScorePoint } from '../domain/series/score-series.ts';
import { toAlert, type AlertRow } from './alert.mapping.ts';
import type { SeriesMemory } from '../domain/series/series-memory.ts';
import {
  correctPointsSql,
  readPointsSql,
  recordPointsSql,
  routingStateSql,
  safetyStateSql,
  saveMemoriesSql,
  voidPointsSql,
} from './client-state.sql.ts';
import { toPointRow, toScorePoint, type PointRow } from './score-point.mapping.ts';
import { toMemory, toMemoryRow, type MemoryRow } from './series-memory.mapping.ts';

export interface RoutingState {
  readonly alerts: readonly Alert[];
  readonly relationships: readonly CareRelationship[];
}

export interface ClientState extends RoutingState {
  readonly memories: readonly SeriesMemory[];
  /** The rule set in force, as `name@version`. */
  readonly ruleSet: string | null;
}

interface StateRow {
  readonly memories?: MemoryRow[];
  readonly rule_set?: string | null;
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

/** Stores the points of a new response and answers with the client's state. */
export async function recordPoints(
  tx: Transaction,
  clientId: string,
  instrument: string,
  arriving: readonly ScorePoint[],
  closedSince: Date,
): Promise<ClientState> {
  const rows = JSON.stringify(arriving.map((point) => toPointRow(clientId, point)));
  return one(tx, recordPointsSql, [clientId, closedSince, instrument, rows]);
}

/** Marks the points of a response as voided and answers with the client's state. */
export function voidPoints(
  tx: Transaction,
  clientId: string,
  instrument: string,
  responseId: string,
  closedSince: Date,
): Promise<ClientState> {
  return one(tx, voidPointsSql, [clientId, closedSince, instrument, responseId]);
}

/** Puts the points of a response in the place of those that it had, and answers with the client's state. */
export function correctPoints(
  tx: Transaction,
  clientId: string,
  instrument: string,
  responseId: string,
  points: readonly ScorePoint[],
  closedSince: Date,
): Promise<ClientState> {
  const rows = JSON.stringify(points.map((point) => toPointRow(clientId, point)));
  return one(tx, correctPointsSql, [clientId, closedSince, instrument, responseId, rows]);
}

/** Every score of a client by one instrument that stands, in no order. */
export async function readPoints(
  tx: Transaction,
  clientId: string,
  instrument: string,
): Promise<ScorePoint[]> {
  return (await tx.query<PointRow>(readPointsSql, [clientId, instrument])).map(toScorePoint);
}

export function saveMemories(tx: Transaction, clientId: string, memories: readonly SeriesMemory[]): void {
  if (memories.length === 0) return;
  tx.send(saveMemoriesSql, [JSON.stringify(memories.map((memory) => toMemoryRow(clientId, memory)))]);
}

export async function readRoutingState(tx: Transaction, clientId: string): Promise<RoutingState> {
  return one(tx, routingStateSql, [clientId]);
}

export async function readSafetyState(tx: Transaction, clientId: string): Promise<RoutingState> {
  return one(tx, safetyStateSql, [clientId]);
}

async function one(tx: Transaction, sql: string, params: readonly unknown[]): Promise<ClientState> {
  const [row] = await tx.query<StateRow>(sql, params);
  return {
    memories: (row?.memories ?? []).map(toMemory),
    ruleSet: row?.rule_set ?? null,
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
