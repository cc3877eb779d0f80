import pg from 'pg';
import { mutated } from '../mutation.ts';
import type { OutboxRow } from './outbox-row.ts';

const mostAtOnce = 500;
const patienceMs = 5_000;
const newestFirst = mutated('ordering-off');

/**
 * Claims what it can of the shards and takes their oldest rows. The statement's snapshot is older than its locks, and
 * that does no harm: a row that an earlier holder took is skipped when the DELETE looks at it again, and because
 * writers of a key take turns at its counter row, whoever sees number n sees every smaller one that is left. `picked`
 * counts the skipped ones too, or rows behind them would wait for the next sweep.
 */
const prepare = `PREPARE take (int[]) AS
  WITH claimed AS MATERIALIZED (
    SELECT shard FROM unnest($1) shard
    WHERE pg_try_advisory_xact_lock(hashtext('relay ' || current_schema()), shard)
  ), oldest AS MATERIALIZED (
    SELECT o.ctid AS place FROM outbox o WHERE o.shard = ANY (ARRAY(SELECT shard FROM claimed))
    ORDER BY o.id LIMIT ${mostAtOnce}
  ), taken AS (
    DELETE FROM outbox WHERE ctid = ANY (ARRAY(SELECT place FROM oldest)) RETURNING *
  )
  SELECT (SELECT array_agg(shard) FROM claimed) AS claimed, (SELECT count(*) FROM oldest)::int AS picked, taken.*
  FROM (VALUES (1)) one LEFT JOIN taken ON true ORDER BY taken.id ${newestFirst ? 'DESC' : ''}`;

interface Counts {
  readonly claimed: readonly number[] | null;
  readonly picked: number;
}
type TakenRow = Counts & (OutboxRow | { readonly id: null });

export interface Taken {
  readonly rows: readonly OutboxRow[];
  readonly claimed: readonly number[];
  /** There may be more in the claimed shards. */
  readonly more: boolean;
}

/** The relay's own connection, which holds one claim at a time. */
export class Claims {
  private client: pg.Client | null = null;
  /** A transaction is open. Should its connection break, its rows are back and will be published once more. */
  private holding = false;

  constructor(private readonly databaseUrl: string) {}

  /**
   * Begins a transaction and takes rows in it, in one round trip, which also commits an earlier take. Until then, or
   * `commit`, they are only borrowed.
   */
  async take(shards: readonly number[]): Promise<Taken> {
    const client = (this.client ??= await this.connect());
    const claim = `${this.holding ? 'COMMIT; ' : ''}BEGIN; EXECUTE take('{${shards.join(',')}}')`;
    this.holding = true;
    const results = (await client.query(claim)) as unknown as readonly pg.QueryResult<TakenRow>[];
    const found = results.at(-1)?.rows ?? [];
    const rows = found.filter((row): row is Counts & OutboxRow => row.id !== null);
    return { rows, claimed: found[0]?.claimed ?? [], more: (found[0]?.picked ?? 0) >= mostAtOnce };
  }

  /** The shards that have rows, whoever is at them. */
  async waiting(): Promise<number[]> {
    const client = (this.client ??= await this.connect());
    const { rows } = await client.query<{ shard: number }>('SELECT DISTINCT shard FROM outbox');
    return rows.map(({ shard }) => shard);
  }

  async commit(): Promise<void> {
    if (this.holding) await this.client?.query('COMMIT');
    this.holding = false;
  }

  /** Ending the connection gives back what is borrowed, whatever state it is in. */
  async close(): Promise<void> {
    const client = this.client;
    this.client = null;
    this.holding = false;
    if (!client) return;
    const late = new Promise((resolve) => setTimeout(resolve, 1_000).unref());
    await Promise.race([client.end().catch(() => undefined), late]);
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.databaseUrl,
      application_name: 'relay',
      keepAlive: true,
      connectionTimeoutMillis: patienceMs,
      query_timeout: patienceMs * 4,
    });
    client.on('error', () => {
      if (this.client !== client) return;
      this.client = null;
      this.holding = false;
    });
    await client.connect();
    // The table is nearly always empty, and a plan made for that would read all that has been deleted of late.
    await client.query(`SET enable_seqscan = off; ${prepare}`);
    return client;
  }
}
