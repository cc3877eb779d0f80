import type { Transaction } from '@attune/platform';

/** Whether the caller treats the client now, as primary or as cover: supervising is reading, not acting. */
export async function treats(tx: Transaction, clientId: string): Promise<boolean> {
  const rows = await tx.query(
    `SELECT 1 FROM care_relationship
     WHERE client_id = $1 AND staff_id = app_person() AND kind <> 'supervisor' AND app_has_role('therapist')
       AND valid_from <= app_now() AND (valid_to IS NULL OR valid_to > app_now()) LIMIT 1`,
    [clientId],
  );
  return rows.length > 0;
}
