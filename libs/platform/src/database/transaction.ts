import type { PoolClient } from 'pg';
import type { EntityManager, QueryRunner } from 'typeorm';

/** One open database transaction. Everything that must stand or fall together is done through the same one. */
export interface Transaction {
  /** False once it has been committed or rolled back. */
  readonly active: boolean;
  readonly manager: EntityManager;
  query<Row = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  /** Runs after the commit, in the order given; never after a rollback. What it throws is not heard. */
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

export class OpenTransaction implements Transaction {
  active = true;
  private readonly followers: (() => void)[] = [];

  constructor(
    private readonly runner: QueryRunner,
    private readonly client: PoolClient,
  ) {}

  get manager(): EntityManager {
    return this.runner.manager;
  }

  async query<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    if (!this.active) throw new Error('This transaction has ended: nothing may be done in it any more');
    if (params.length === 0) return (await this.client.query(sql)).rows as Row[];
    const name = preparedName(sql);
    const values = [...params];
    return (await this.client.query({ text: sql, values, ...(name !== undefined && { name }) }))
      .rows as Row[];
  }

  afterCommit(run: () => void): void {
    this.followers.push(run);
  }

  async commit(): Promise<void> {
    this.active = false;
    await this.runner.commitTransaction();
    for (const run of this.followers) run();
  }

  async rollback(): Promise<void> {
    this.active = false;
    // A connection that is gone has rolled back already.
    await this.runner.rollbackTransaction().catch(() => undefined);
  }
}
