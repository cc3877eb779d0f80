import type { Transaction } from '@attune/platform';
import type { StandIn } from '../domain/absence.ts';
import type { CareRelationship } from '../domain/care-relationship.ts';

export interface CareRelationshipRow {
  readonly care_relationship_id: string;
  readonly client_id: string;
  readonly staff_id: string;
  readonly kind: CareRelationship['kind'];
  readonly valid_from: Date;
  readonly valid_to: Date | null;
}

/** Stores those that are new. @returns the ids of the new ones. @throws 23P01 for a second primary at a time */
export async function insertCareRelationships(
  tx: Transaction,
  relationships: readonly (CareRelationship | StandIn)[],
): Promise<Set<string>> {
  const rows = await tx.query<{ care_relationship_id: string }>(
    `INSERT INTO care_relationship (care_relationship_id, client_id, staff_id, kind, valid_from, valid_to,
       absence_id, stands_in_for)
     SELECT "careRelationshipId", "clientId", "staffId", kind, "from", "to", "absenceId", "standsInFor"
     FROM jsonb_to_recordset($1::jsonb) AS given("careRelationshipId" uuid, "clientId" uuid, "staffId" uuid, kind text,
       "from" timestamptz, "to" timestamptz, "absenceId" uuid, "standsInFor" uuid)
     ON CONFLICT (care_relationship_id) DO NOTHING
     RETURNING care_relationship_id`,
    [JSON.stringify(relationships)],
  );
  return new Set(rows.map(({ care_relationship_id }) => care_relationship_id));
}

/**
 * Whether somebody has the client in the same way in some of the time, other than through an absence: ending one of two
 * would leave the other. Whoever asks at the same time waits.
 */
export async function isInForce(
  tx: Transaction,
  { clientId, staffId, kind, from, to }: CareRelationship,
): Promise<boolean> {
  await tx.query('SELECT FROM person WHERE person_id = $1 FOR UPDATE', [clientId]);
  const sql = `SELECT FROM care_relationship
    WHERE client_id = $1 AND staff_id = $2 AND kind = $3 AND absence_id IS NULL
      AND tstzrange(valid_from, valid_to) && tstzrange($4, $5) LIMIT 1`;
  return (await tx.query(sql, [clientId, staffId, kind, from, to])).length > 0;
}

/** Holds the row until the transaction ends. */
export async function lockCareRelationship(tx: Transaction, id: string): Promise<CareRelationship | null> {
  const sql = 'SELECT * FROM care_relationship WHERE care_relationship_id = $1 FOR UPDATE';
  const [row] = await tx.query<CareRelationshipRow>(sql, [id]);
  return row ? toCareRelationship(row) : null;
}

export async function setEnd(tx: Transaction, { careRelationshipId, to }: CareRelationship): Promise<void> {
  await tx.query('UPDATE care_relationship SET valid_to = $2 WHERE care_relationship_id = $1', [
    careRelationshipId,
    to,
  ]);
}

/** Whether the person, client or staff, has a care relationship that is valid at this instant or later. */
export async function hasCareFrom(tx: Transaction, personId: string, at: Date): Promise<boolean> {
  const sql = `SELECT FROM care_relationship
    WHERE $1 IN (client_id, staff_id) AND (valid_to IS NULL OR valid_to > $2) LIMIT 1`;
  return (await tx.query(sql, [personId, at])).length > 0;
}

export interface CareFilter {
  readonly clientId?: string | undefined;
  readonly staffId?: string | undefined;
  /** Leaves out those that were over by then, and those that will never begin. */
  readonly endsAfter?: string | undefined;
}

export interface CarePlace {
  readonly careRelationshipId: string;
}

export type NamedCareRelationship = CareRelationship & {
  readonly clientName: string;
  readonly staffName: string;
};

const place = 'client.search_name, care.valid_from, care.care_relationship_id';

/** By the client's name, then by when it began; from behind a place. */
export async function listCareRelationships(
  tx: Transaction,
  { clientId, staffId, endsAfter }: CareFilter,
  after: CarePlace | null,
  limit: number,
): Promise<NamedCareRelationship[]> {
  const [column, id] = clientId === undefined ? ['staff_id', staffId] : ['client_id', clientId];
  const from = `FROM care_relationship care JOIN person client ON client.person_id = care.client_id`;
  const rows = await tx.query<CareRelationshipRow & { client_name: string; staff_name: string }>(
    `SELECT care.*, client.name AS client_name, staff.name AS staff_name
     ${from} JOIN person staff ON staff.person_id = care.staff_id
     WHERE care.${column} = $1
       AND ($2::timestamptz IS NULL OR care.valid_to IS NULL OR care.valid_to > greatest($2, care.valid_from))
       AND ($3::uuid IS NULL OR (${place}) > (SELECT ${place} ${from} WHERE care.care_relationship_id = $3))
     ORDER BY ${place} LIMIT $4`,
    [id, endsAfter ?? null, after?.careRelationshipId ?? null, limit],
  );
  return rows.map((row) => ({
    ...toCareRelationship(row),
    clientName: row.client_name,
    staffName: row.staff_name,
  }));
}

export function toCareRelationship(row: CareRelationshipRow): CareRelationship {
  return {
    careRelationshipId: row.care_relationship_id,
    clientId: row.client_id,
    staffId: row.staff_id,
    kind: row.kind,
    from: row.valid_from,
    to: row.valid_to,
  };
}
