import type { Transaction } from '@attune/platform';
import type { CareRelationship } from '../domain/care-relationship.ts';
import { toCareRelationship, type CareRelationshipRow } from './care-relationship.store.ts';

/** Primary care relationships of a therapist that last beyond an instant; nobody ends them before this one commits. */
export async function primariesOf(
  tx: Transaction,
  staffId: string,
  after: Date,
): Promise<CareRelationship[]> {
  const rows = await tx.query<CareRelationshipRow>(
    `SELECT * FROM care_relationship
     WHERE staff_id = $1 AND kind = 'primary' AND (valid_to IS NULL OR valid_to > $2)
     ORDER BY care_relationship_id FOR SHARE`,
    [staffId, after],
  );
  return rows.map(toCareRelationship);
}

/** Ends the cover that came from an absence, or that stands in for a primary; one that lies ahead becomes empty. */
export async function endStandIns(
  tx: Transaction,
  of: { readonly absenceId: string } | { readonly standsInFor: string },
  at: Date,
): Promise<CareRelationship[]> {
  const [column, id] = 'absenceId' in of ? ['absence_id', of.absenceId] : ['stands_in_for', of.standsInFor];
  const rows = await tx.query<CareRelationshipRow>(
    `UPDATE care_relationship SET valid_to = greatest(valid_from, $2)
     WHERE ${column} = $1 AND valid_to > $2 AND valid_to > valid_from RETURNING *`,
    [id, at],
  );
  return rows.map(toCareRelationship);
}
