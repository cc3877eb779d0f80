/** What each of a service's two running roles may do with a table, as in `SELECT, INSERT`. */
export interface Grants {
  readonly api?: string;
  readonly worker?: string;
}

/** SQL for a migration: grants on a table to the roles of the schema that is being migrated. */
export function grant(table: string, { api, worker }: Grants): string {
  const to = (role: string, rights: string | undefined) =>
    rights === undefined
      ? ''
      : `EXECUTE format('GRANT ${rights} ON ${table} TO %I', current_schema() || '_${role}');`;
  return `DO $grant$ BEGIN ${to('api', api)} ${to('worker', worker)} END $grant$;`;
}

/**
 * SQL for a migration: row-level security on a table of client records. The worker sees every row; a person sees the
 * clients of their current care relationships and, where `readers` is `caseload`, roles that look after all clients
 * (operations, clinic lead) see the rest. `care` is for what only those who treat or supervise may see: answers.
 */
export function protectClientRecords(
  table: string,
  { readers, column = 'client_id' }: { readers: 'caseload' | 'care'; column?: string },
): string {
  const mine = `${column} IN (SELECT app_clients())`;
  const rule = readers === 'care' ? mine : `(SELECT app_reads_every_client()) OR ${mine}`;
  return `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
    DO $policy$ BEGIN
      EXECUTE format('CREATE POLICY ${table}_worker ON ${table} TO %I USING (true) WITH CHECK (true)', current_schema() || '_worker');
      EXECUTE format('CREATE POLICY ${table}_api ON ${table} TO %I USING (${rule})', current_schema() || '_api');
    END $policy$;`;
}
