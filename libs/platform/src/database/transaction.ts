import type { PoolClient, QueryResult } from 'pg';
import { describe } from '../errors/problem.filter.ts';
import { logger } from '../telemetry/logger.ts';
import { Batch } from './batch.ts';

/** One open database transaction. Everything that must stand or fall together is done through the same one. */
export interface Transaction {
  /** False once it has been committed or rolled back. */
  readonly active: boolean;
  query<Row = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  /**
   * Sends a statement whose answer nobody needs, and does not wait: what follows travels together with it. Statements
   * are done in the order in which they are given; one that fails makes the commit fail.
   */
  send(sql: string, params?: readonly unknown[]): void;
  /** Runs just before the commit, in the order given, and may still query. What it throws rolls everything back. */
  beforeCommit(run: () => void | Promise<void>): void;
  /** Runs after the commit, in the order given; never after a rollback. What it throws is logged, no more. */
  afterCommit(run: () => void): void;
}

const names = new Map<string, string>();
const mostPrepared = 400;

/** A name lets the server keep the plan. Statements built from variable text must not fill its memory. */
function preparedName(sql: string): string | undefined {
  let name = names.get(sql);
  if (name === undefined && names.size < mostPrepared) {
    name = `s${names.size}`;
    names.set(sql, name);
  }
  return name;
}

/** What is committed is committed: whoever follows must not make it look as if it were not. */
function quietly(run: () => void): void {
  try {
    run();
  } catch (error) {
    logger.error(describe(error), 'what follows a commit went wrong');
  }
}

/** What PostgreSQL says to everything that follows a statement which failed. */
const abortedBefore = '25P02';

export class OpenTransaction implements Transaction {
  active = true;
  private readonly leaders: (() => void | Promise<void>)[] = [];
  private readonly followers: (() => void)[] = [];
  private readonly batch: Batch;
  /** What the first failed statement said, which all later failures are only echoes of. */
  private failure: unknown;

  /** The client is in pipeline mode: a statement is on its way before the one ahead of it is answered. */
  constructor(private readonly client: PoolClient) {
    this.batch = new Batch(client);
    this.send('BEGIN');
  }

  async query<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    if (!this.active) throw new Error('This transaction has ended: nothing may be done in it any more');
    return (await this.submit(sql, params)).rows as Row[];
  }

  send(sql: string, params: readonly unknown[] = []): void {
    if (!this.active) throw new Error('This transaction has ended: nothing may be done in it any more');
    // The commit tells.
    this.submit(sql, params).catch(() => undefined);
  }

  beforeCommit(run: () => void | Promise<void>): void {
    this.leaders.push(run);
  }

  afterCommit(run: () => void): void {
    this.followers.push(run);
  }

  async commit(): Promise<void> {
    for (const run of this.leaders) await run();
    this.active = false;
    const { command } = await this.submit('COMMIT', []);
    // COMMIT after a failed statement is answered with ROLLBACK, and is no error.
    if (command !== 'COMMIT') throw this.failure ?? new Error('The transaction was rolled back');
    for (const run of this.followers) quietly(run);
  }

  async rollback(): Promise<void> {
    this.active = false;
    // A connection that is gone has rolled back already.
    await this.submit('ROLLBACK', []).catch(() => undefined);
  }

  private async submit(text: string, params: readonly unknown[]): Promise<QueryResult> {
    this.batch.gather();
    const name = params.length > 0 ? preparedName(text) : undefined;
    const query =
      params.length === 0 ? text : { text, values: [...params], ...(name !== undefined && { name }) };
    try {
      return await this.client.query(query);
    } catch (error) {
      const echo = (error as { code?: unknown } | null)?.code === abortedBefore;
      if (!echo) this.failure ??= error;
      throw echo ? (this.failure ?? error) : error;
    }
  }
}
