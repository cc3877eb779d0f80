import type { Transaction } from '@attune/platform';
import { searchText } from '../domain/search-text.ts';

export async function forgetStaff(tx: Transaction, personId: string): Promise<void> {
  await tx.query('DELETE FROM staff WHERE person_id = $1', [personId]);
}

export async function saveStaff(tx: Transaction, personId: string, name: string): Promise<void> {
  await tx.query(
    `INSERT INTO staff (person_id, name, sort_name) VALUES ($1, $2, $3)
     ON CONFLICT (person_id) DO UPDATE SET name = excluded.name, sort_name = excluded.sort_name`,
    [personId, name, searchText(name)],
  );
}

/** Who treats a client that row security lets through, by name; who has none here cannot be chosen. */
export function listTreating(
  tx: Transaction,
): Promise<{ readonly personId: string; readonly name: string }[]> {
  return tx.query(
    `SELECT person_id AS "personId", name FROM staff
     WHERE EXISTS (SELECT FROM client_entry WHERE therapist_id = person_id) ORDER BY sort_name, person_id`,
  );
}
