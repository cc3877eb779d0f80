import type { Transaction } from '@attune/platform';

export async function forgetStaff(tx: Transaction, personId: string): Promise<void> {
  await tx.query('DELETE FROM staff WHERE person_id = $1', [personId]);
}

export async function saveStaff(tx: Transaction, personId: string, name: string): Promise<void> {
  await tx.query(
    `INSERT INTO staff (person_id, name) VALUES ($1, $2) ON CONFLICT (person_id) DO UPDATE SET name = excluded.name`,
    [personId, name],
  );
}
