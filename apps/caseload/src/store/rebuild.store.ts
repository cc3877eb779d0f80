import { DataSource, type QueryRunner } from 'typeorm';

/** The schema that serves, and the one beside it in which the same is built from the topics. */
const [live, next] = ['caseload', 'caseload_rebuild'];
const lock = 7_262_912;

/** Not made of events, or of no meaning outside of the process that wrote it. */
const own = [
  ...['outbox', 'outbox_key', 'audit_entry', 'idempotency_key', 'migration'],
  ...['skipped_event', 'parked_event', 'inbox', 'instance', 'board'],
];

/** Replicas of the release before still write it and nobody reads it; it goes with the next release. */
const leaving = ['known_at'];

/** Rows of a table that the one has and the other has not. */
export interface Difference {
  readonly table: string;
  /** Of the rebuilt copy, missing in the one that serves. */
  readonly missing: number;
  /** Of the one that serves, not in the rebuilt copy. */
  readonly extra: number;
  /** Some of them: the key, and the columns in which the two differ; none where only the one has the row. */
  readonly rows: readonly DifferentRow[];
}

export interface DifferentRow {
  readonly key: string;
  readonly only: 'rebuilt' | 'serving' | null;
  readonly columns: readonly string[];
}

const mostRows = 20;

interface Table {
  readonly name: string;
  readonly columns: string;
  readonly key: readonly string[];
}

/** The databases of a rebuild. One connection as the owner holds the lock that makes it the only one. */
export class RebuildStore {
  private constructor(
    private readonly owner: QueryRunner,
    private readonly worker: QueryRunner,
  ) {}

  /** @returns null where a rebuild is under way already */
  static async open(ownerUrl: string, workerUrl: string): Promise<RebuildStore | null> {
    const owner = await connect(ownerUrl);
    const sql = 'SELECT pg_try_advisory_lock($1, hashtext($2)) AS mine';
    const [lockedBy] = await rowsOf<{ mine: boolean }>(owner, sql, [lock, live]);
    if (lockedBy?.mine) return new RebuildStore(owner, await connect(workerUrl));
    await disconnect(owner);
    return null;
  }

  async close(): Promise<void> {
    await this.clear();
    await Promise.all([this.owner, this.worker].map(disconnect));
  }

  /** Every table of the service, empty; what administrators have left out for good is left out again. */
  async prepare(): Promise<void> {
    await this.clear();
    for (const name of await this.tablesOf(live)) {
      await this.owner.query(`CREATE TABLE ${next}."${name}" (LIKE ${live}."${name}" INCLUDING ALL)`);
    }
    await this.owner.query(
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${next} TO ${live}_worker`,
    );
    await this.owner.query(`INSERT INTO ${next}.skipped_event SELECT * FROM ${live}.skipped_event`);
  }

  private async clear(): Promise<void> {
    for (const name of await this.tablesOf(next))
      await this.owner.query(`DROP TABLE ${next}."${name}" CASCADE`);
  }

  private async tablesOf(schema: string): Promise<string[]> {
    const sql = 'SELECT tablename FROM pg_tables WHERE schemaname = $1 ORDER BY tablename';
    return (await rowsOf<{ tablename: string }>(this.owner, sql, [schema])).map(({ tablename }) => tablename);
  }

  /** Whoever left out each parked event of the copy, where somebody has; and how many keys stay parked here alone. */
  async skippedBy(): Promise<readonly { readonly id: string; readonly personId: string }[]> {
    const sql = `SELECT parked.dead_letter_id AS id, skipped.person_id AS "personId"
      FROM ${next}.parked_event parked JOIN ${live}.skipped_event skipped USING (consumer, topic, key)
      WHERE parked.sequence BETWEEN skipped.first AND skipped.last
        OR parked.kind = 'gap' AND parked.sequence = skipped.last + 1
      ORDER BY parked.sequence`;
    return await rowsOf<{ id: string; personId: string }>(this.worker, sql);
  }

  /**
   * Holds the one that serves where it is, so that it takes in nothing more; readers notice nothing. What `work` does
   * with the copy is done when it ends, all at once, or not at all.
   */
  async whileHeld<T>(work: () => Promise<T>): Promise<T> {
    await this.worker.query('BEGIN');
    try {
      await this.worker.query(`LOCK TABLE ${live}.inbox IN EXCLUSIVE MODE`);
      const result = await work();
      await this.worker.query('COMMIT');
      return result;
    } catch (error) {
      await this.worker.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  /** From here on nothing moves in either until the end: neither events nor what the clock brings. */
  async freeze(): Promise<void> {
    const tables = (await this.compared()).map(({ name }) => name);
    // The inbox first, as every consumer does.
    for (const schema of [next, live])
      for (const name of ['inbox', ...tables])
        await this.worker.query(`LOCK TABLE ${schema}."${name}" IN EXCLUSIVE MODE`);
  }

  /** Keys that wait in the copy although they do not in the one that serves. */
  async stuck(): Promise<number> {
    const sql = `SELECT count(*)::int AS count FROM ${next}.inbox mine
      WHERE mine.parked AND NOT EXISTS (
        SELECT FROM ${live}.inbox theirs WHERE theirs.parked
          AND (theirs.consumer, theirs.topic, theirs.key) = (mine.consumer, mine.topic, mine.key))`;
    return (await rowsOf<{ count: number }>(this.worker, sql))[0]?.count ?? 0;
  }

  async differences(): Promise<Difference[]> {
    const found: Difference[] = [];
    for (const table of await this.compared()) {
      const { name, columns } = table;
      const only = (one: string, other: string) =>
        `(SELECT count(*) FROM (SELECT ${columns} FROM ${one}."${name}" EXCEPT SELECT ${columns} FROM ${other}."${name}") rows)::int`;
      const sql = `SELECT ${only(next, live)} AS missing, ${only(live, next)} AS extra`;
      const rows = await rowsOf<{ missing: number; extra: number }>(this.worker, sql);
      const { missing = 0, extra = 0 } = rows[0] ?? {};
      if (missing + extra > 0) found.push({ table: name, missing, extra, rows: await this.different(table) });
    }
    return found;
  }

  /** Names and ids alone: what the columns say is about people. */
  private async different({ name, columns, key }: Table): Promise<DifferentRow[]> {
    const only = (one: string, other: string) =>
      `(SELECT ${columns} FROM ${one}."${name}" EXCEPT SELECT ${columns} FROM ${other}."${name}")`;
    return await rowsOf<DifferentRow>(
      this.worker,
      `SELECT concat_ws(' ', ${key.join(', ')}) AS key,
         CASE WHEN theirs IS NULL THEN 'rebuilt' WHEN mine IS NULL THEN 'serving' END AS only,
         ARRAY(SELECT one.key FROM jsonb_each(mine) one JOIN jsonb_each(theirs) other USING (key)
           WHERE one.value IS DISTINCT FROM other.value ORDER BY one.key) AS columns
       FROM (SELECT ${key.join(', ')}, to_jsonb(found) AS mine FROM ${only(next, live)} found) rebuilt
       FULL JOIN (SELECT ${key.join(', ')}, to_jsonb(found) AS theirs FROM ${only(live, next)} found) serving
         USING (${key.join(', ')}) ORDER BY 1 LIMIT ${mostRows}`,
    );
  }

  /** Makes the one that serves the same as the copy, row for row, and puts it at the copy's place in each key. */
  async adopt(): Promise<void> {
    for (const { name, columns, key } of await this.compared()) {
      const on = (one: string, other: string) => key.map((column) => `${one}.${column} = ${other}.${column}`);
      await this.worker.query(
        `DELETE FROM ${live}."${name}" theirs USING (
           SELECT ${columns} FROM ${live}."${name}" EXCEPT SELECT ${columns} FROM ${next}."${name}") gone
         WHERE ${on('theirs', 'gone').join(' AND ')}`,
      );
      await this.worker.query(
        `INSERT INTO ${live}."${name}" (${columns})
         SELECT ${columns} FROM ${next}."${name}" EXCEPT SELECT ${columns} FROM ${live}."${name}"`,
      );
    }
    // What waits in both goes on waiting, with what stands behind it; what waits no more is free.
    await this.worker.query(
      `DELETE FROM ${live}.parked_event theirs USING ${next}.inbox mine
       WHERE NOT mine.parked AND (theirs.consumer, theirs.topic, theirs.key) = (mine.consumer, mine.topic, mine.key)`,
    );
    await this.worker.query(
      `INSERT INTO ${live}.inbox SELECT * FROM ${next}.inbox mine WHERE NOT mine.parked
       ON CONFLICT (consumer, topic, key) DO UPDATE SET last = excluded.last, parked = false`,
    );
  }

  private async compared(): Promise<Table[]> {
    const sql = `SELECT c.table_name AS name, string_agg(quote_ident(c.column_name), ', ' ORDER BY c.ordinal_position) AS columns
      FROM information_schema.columns c
      WHERE c.table_schema = $1 AND c.is_generated = 'NEVER' AND NOT c.table_name = ANY ($2)
        AND NOT c.column_name = ANY ($3)
      GROUP BY c.table_name ORDER BY c.table_name`;
    const rows = await rowsOf<{ name: string; columns: string }>(this.owner, sql, [next, own, leaving]);
    const keyed: Table[] = [];
    for (const row of rows) keyed.push({ ...row, key: await this.keyOf(row.name) });
    // Without a key it is no copy of anything: what requests and sweeps remember.
    return keyed.filter(({ key }) => key.length > 0);
  }

  private async keyOf(table: string): Promise<string[]> {
    const sql = `SELECT quote_ident(a.attname) AS name FROM pg_index i
      JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
      WHERE i.indisprimary AND i.indrelid = format('%I.%I', $1::text, $2::text)::regclass`;
    const rows = await rowsOf<{ name: string }>(this.owner, sql, [live, table]);
    return rows.map(({ name }) => name);
  }
}

async function connect(url: string): Promise<QueryRunner> {
  const source = await new DataSource({ type: 'postgres', url, poolSize: 1 }).initialize();
  return source.createQueryRunner();
}

async function disconnect(runner: QueryRunner): Promise<void> {
  await runner.release();
  await runner.dataSource.destroy();
}

const rowsOf = <Row>(runner: QueryRunner, sql: string, params: unknown[] = []): Promise<Row[]> =>
  runner.query(sql, params) as Promise<Row[]>;
