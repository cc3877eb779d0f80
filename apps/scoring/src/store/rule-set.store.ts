import type { RuleSet } from '@attune/clinical';
import type { Transaction } from '@attune/platform';

export async function saveRuleSet(tx: Transaction, { name, version, title, rules }: RuleSet): Promise<void> {
  await tx.query(
    'INSERT INTO rule_set (name, version, title, rules) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
    [name, version, title, JSON.stringify(rules)],
  );
}

export async function activateRuleSet(
  tx: Transaction,
  name: string,
  version: number,
  at: string,
): Promise<void> {
  await tx.query('UPDATE rule_set SET activated_at = $3 WHERE name = $1 AND version = $2', [
    name,
    version,
    at,
  ]);
}

/** The newest version of a name; without a name the set in force. */
export async function findRuleSet(tx: Transaction, name: string | null): Promise<RuleSet | null> {
  const sql =
    name === null
      ? 'WHERE activated_at IS NOT NULL AND $1::text IS NULL ORDER BY activated_at DESC'
      : 'WHERE name = $1 ORDER BY version DESC';
  const [row] = await tx.query<RuleSet>(`SELECT name, version, title, rules FROM rule_set ${sql} LIMIT 1`, [
    name,
  ]);
  return row ?? null;
}
