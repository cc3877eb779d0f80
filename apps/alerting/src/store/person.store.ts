import type { Transaction } from '@attune/platform';

export interface KnownPerson {
  readonly personId: string;
  readonly kind: 'client' | 'staff';
  readonly name: string;
  readonly roles: readonly string[];
}

export async function savePerson(
  tx: Transaction,
  { personId, kind, name, roles }: KnownPerson,
): Promise<void> {
  await tx.query(
    `INSERT INTO person (person_id, kind, name, roles) VALUES ($1, $2, $3, $4)
     ON CONFLICT (person_id) DO UPDATE SET kind = excluded.kind, name = excluded.name, roles = excluded.roles`,
    [personId, kind, name, [...roles]],
  );
}

/** Who takes a safety alert that nobody else would get. */
export async function clinicLeads(tx: Transaction): Promise<string[]> {
  const sql = `SELECT person_id FROM person WHERE kind = 'staff' AND 'clinic-lead' = ANY (roles) ORDER BY person_id`;
  return (await tx.query<{ person_id: string }>(sql)).map((row) => row.person_id);
}

export async function forgetPerson(tx: Transaction, personId: string): Promise<void> {
  await tx.query('DELETE FROM person WHERE person_id = $1', [personId]);
}

export async function staffRoles(tx: Transaction, personId: string): Promise<readonly string[] | null> {
  const sql = `SELECT roles FROM person WHERE person_id = $1 AND kind = 'staff'`;
  const [row] = await tx.query<{ roles: string[] }>(sql, [personId]);
  return row?.roles ?? null;
}
