import type { Transaction } from '../../database/transaction.ts';

/** A care relationship as its events tell it. Instants are RFC 3339; `to` is the first instant outside. */
export interface CareRelationshipRow {
  readonly careRelationshipId: string;
  readonly clientId: string;
  readonly staffId: string;
  readonly kind: 'primary' | 'cover' | 'supervisor';
  readonly from: string;
  readonly to: string | null;
}

/** Takes in what `care-relationship-started` and `-ended` say; each event carries the whole relationship. */
export async function saveCareRelationship(
  tx: Transaction,
  relationship: CareRelationshipRow,
): Promise<void> {
  const { careRelationshipId, clientId, staffId, kind, from, to } = relationship;
  await tx.query(
    `INSERT INTO care_relationship (care_relationship_id, client_id, staff_id, kind, valid_from, valid_to)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (care_relationship_id) DO UPDATE SET valid_from = excluded.valid_from, valid_to = excluded.valid_to`,
    [careRelationshipId, clientId, staffId, kind, from, to],
  );
}
