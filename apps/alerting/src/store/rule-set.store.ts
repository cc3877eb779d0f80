import type { RuleSet } from '@attune/clinical';
import type { Transaction } from '@attune/platform';

/** A version of a rule set, and since when it has been in force if it ever was. */
export interface KeptRuleSet extends RuleSet {
  readonly publishedAt: Date;
  readonly activatedAt: Date | null;
  readonly active: boolean;
}

interface RuleSetRow extends Pick<RuleSet, 'name' | 'version' | 'title' | 'rules'> {
  readonly published_at: Date;
  readonly activated_at: Date | null;
  readonly active: boolean;
}

const kept = `SELECT name, version, title, rules, published_at, activated_at,
    activated_at IS NOT NULL AND activated_at = (SELECT max(activated_at) FROM rule_set) AS active
  FROM rule_set`;

/** The key of the set in force, as `name@version`, for a statement that reads more than this. */
export const ruleSetInForce = `(
    SELECT name || '@' || version FROM rule_set WHERE activated_at IS NOT NULL
    ORDER BY activated_at DESC LIMIT 1)`;

export async function listRuleSets(tx: Transaction): Promise<KeptRuleSet[]> {
  return (await tx.query<RuleSetRow>(`${kept} ORDER BY name, version DESC`)).map(toRuleSet);
}

export async function findRuleSet(
  tx: Transaction,
  name: string,
  version: number,
): Promise<KeptRuleSet | null> {
  const [row] = await tx.query<RuleSetRow>(`${kept} WHERE name = $1 AND version = $2`, [name, version]);
  return row ? toRuleSet(row) : null;
}

export async function findActiveRuleSet(tx: Transaction): Promise<KeptRuleSet | null> {
  const sql = `${kept} WHERE activated_at IS NOT NULL ORDER BY activated_at DESC LIMIT 1`;
  const [row] = await tx.query<RuleSetRow>(sql);
  return row ? toRuleSet(row) : null;
}

/** The next version of a name. Two who ask at once wait for one another. */
export async function nextVersion(tx: Transaction, name: string): Promise<number> {
  tx.send(`SELECT pg_advisory_xact_lock(hashtextextended('rule-set ' || $1, 0))`, [name]);
  const sql = 'SELECT coalesce(max(version), 0) + 1 AS version FROM rule_set WHERE name = $1';
  const [row] = await tx.query<{ version: number }>(sql, [name]);
  return row?.version ?? 1;
}

/** False when this version is there already. */
export async function insertRuleSet(
  tx: Transaction,
  { name, version, title, rules }: RuleSet,
  by: string | null,
  at: Date,
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO rule_set (name, version, title, rules, published_by, published_at)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING 1`,
    [name, version, title, JSON.stringify(rules), by, at],
  );
  return rows.length > 0;
}

export async function activateRuleSet(
  tx: Transaction,
  { name, version }: Pick<RuleSet, 'name' | 'version'>,
  by: string | null,
  at: Date,
): Promise<void> {
  const sql = 'UPDATE rule_set SET activated_at = $3, activated_by = $4 WHERE name = $1 AND version = $2';
  await tx.query(sql, [name, version, at, by]);
}

const toRuleSet = ({ published_at, activated_at, ...row }: RuleSetRow): KeptRuleSet => ({
  ...row,
  publishedAt: published_at,
  activatedAt: activated_at,
});
