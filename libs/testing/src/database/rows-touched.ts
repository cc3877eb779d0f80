import type { TestDatabase } from './test-database.ts';

interface Plan {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

/** How many rows of a table the busiest step of a statement reads, found or thrown away; 0 where it reads none. */
export async function rowsTouched(
  database: Pick<TestDatabase, 'query'>,
  table: string,
  { sql, params }: { readonly sql: string; readonly params: readonly unknown[] },
): Promise<number> {
  const [first] = await database.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    `EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`,
    params,
  );
  if (!first) throw new Error('a statement has no plan');
  const touched = nodes(first['QUERY PLAN'][0].Plan)
    .filter((node) => node['Relation Name'] === table)
    .map((node) => (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']);
  return Math.max(0, ...touched);
}
