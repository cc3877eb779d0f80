import type { Transaction } from '@attune/platform';
import type { CareRelationship } from '../domain/current-therapist.ts';

/** A client's relationships, read under the lock of the client's row: an event and the sweep may come at once. */
export async function readRelationships(tx: Transaction, clientId: string): Promise<CareRelationship[]> {
  await tx.query('SELECT FROM client_entry WHERE client_id = $1 FOR UPDATE', [clientId]);
  return tx.query<CareRelationship>(
    `SELECT staff_id AS "staffId", kind, valid_from AS "from", valid_to AS "to"
     FROM care_relationship WHERE client_id = $1`,
    [clientId],
  );
}
