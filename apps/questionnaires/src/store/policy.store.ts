import type { Transaction } from '@attune/platform';
import type { Policy } from '../domain/cadence/policy.ts';

export interface KeptPolicy extends Policy {
  readonly version: number;
  readonly changedAt: Date;
}

interface PolicyRow {
  readonly code: string;
  readonly version: number;
  readonly definition: Omit<Policy, 'code'>;
  readonly changed_at: Date;
}

/** Whoever changes policies goes one after the other, so that changes are counted in the order of their commits. */
export function lockPolicies(tx: Transaction): void {
  tx.send(`SELECT pg_advisory_xact_lock(hashtextextended('cadence policies', 0))`);
}

/** Puts a version in force, in place of the one before. */
export async function insertPolicy(
  tx: Transaction,
  { version, changedAt, code, ...definition }: KeptPolicy,
  by: string | null,
): Promise<void> {
  const { scope } = definition;
  await tx.query('UPDATE cadence_policy SET current = false WHERE code = $1 AND current', [code]);
  await tx.query(
    `INSERT INTO cadence_policy (code, version, definition, scope_client, changed_at, changed_by)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      ...[code, version, JSON.stringify(definition), scope.kind === 'client' ? scope.clientId : null],
      ...[changedAt, by],
    ],
  );
}

/** Stores those that ship, unless there is any policy already. */
export async function insertFirstPolicies(
  tx: Transaction,
  policies: readonly Policy[],
  at: Date,
): Promise<void> {
  const rows = policies.map(({ code, ...definition }) => ({ code, definition }));
  await tx.query(
    `INSERT INTO cadence_policy (code, version, definition, changed_at)
     SELECT code, 1, definition, $2 FROM jsonb_to_recordset($1::jsonb) AS given(code text, definition jsonb)
     WHERE NOT EXISTS (SELECT FROM cadence_policy)`,
    [JSON.stringify(rows), at],
  );
}

export async function findPolicy(tx: Transaction, code: string): Promise<KeptPolicy | null> {
  const [row] = await tx.query<PolicyRow>('SELECT * FROM cadence_policy WHERE code = $1 AND current', [code]);
  return row ? toPolicy(row) : null;
}

/** The policies in force by code, from behind a place in that order. */
export async function listPolicies(
  tx: Transaction,
  clientId: string | null,
  after: string | null,
  limit: number,
): Promise<KeptPolicy[]> {
  const rows = await tx.query<PolicyRow>(
    `SELECT * FROM cadence_policy
     WHERE current AND ($1::uuid IS NULL OR scope_client = $1) AND ($2::text IS NULL OR code > $2)
     ORDER BY code LIMIT $3`,
    [clientId, after, limit],
  );
  return rows.map(toPolicy);
}

/** The policies in force for clients in general, and those for these clients alone. */
export async function policiesFor(tx: Transaction, clientIds: readonly string[]): Promise<Policy[]> {
  const rows = await tx.query<PolicyRow>(
    `SELECT * FROM cadence_policy WHERE current AND (scope_client IS NULL OR scope_client = ANY ($1::uuid[]))
     ORDER BY code`,
    [clientIds],
  );
  return rows.map(toPolicy);
}

/** The number of the latest change of any policy; 0 before there is one. */
export async function latestChange(tx: Transaction): Promise<number> {
  const [row] = await tx.query<{ change: string }>(
    'SELECT coalesce(max(change), 0) AS change FROM cadence_policy WHERE current',
  );
  return Number(row?.change ?? 0);
}

const toPolicy = ({ code, version, definition, changed_at: changedAt }: PolicyRow): KeptPolicy => ({
  ...definition,
  code,
  version,
  changedAt,
});
