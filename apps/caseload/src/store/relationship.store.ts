import type { Transaction } from '@attune/platform';
import type { CareRelationship } from '../domain/current-therapist.ts';

export function readRelationships(tx: Transaction, clientId: string): Promise<CareRelationship[]> {
  return tx.query<CareRelationship>(
    `SELECT staff_id AS "staffId", kind, valid_from AS "from", valid_to AS "to"
     FROM care_relationship WHERE client_id = $1`,
    [clientId],
  );
}
