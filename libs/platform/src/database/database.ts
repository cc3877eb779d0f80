import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import type { Person } from '../access/person.ts';
import type { Clock } from '../clock/clock.ts';
import { OpenTransaction, type Transaction } from './transaction.ts';

const actAs = `SELECT set_config('app.person', $1, true), set_config('app.roles', $2, true),
  set_config('app.now', $3, true), set_config('app.link', $4, true)`;

/**
 * The service's database, entered in one of two roles. As a person (or as the holder of a client's link) row-level
 * security shows only what that person may see; the worker sees all and serves events, the relay and sweeps.
 */
@Injectable()
export class Database {
  constructor(
    private readonly api: DataSource,
    private readonly worker: DataSource,
    private readonly clock: Clock,
  ) {}

  asPerson<T>(person: Pick<Person, 'id' | 'roles'>, work: (tx: Transaction) => T | Promise<T>): Promise<T> {
    return this.inside(this.api, work, [
      person.id,
      person.roles.join(','),
      this.clock.now().toISOString(),
      '',
    ]);
  }

  /** As nobody yet: the token of a client's link opens its one request inside. */
  asLink<T>(work: (tx: Transaction) => T | Promise<T>): Promise<T> {
    return this.inside(this.api, work, ['', '', this.clock.now().toISOString(), '']);
  }

  asWorker<T>(work: (tx: Transaction) => T | Promise<T>): Promise<T> {
    return this.inside(this.worker, work);
  }

  /** @throws whatever keeps the database from answering */
  async ping(): Promise<void> {
    await this.api.query('SELECT 1');
  }

  async close(): Promise<void> {
    await Promise.all([this.api, this.worker].map((source) => source.isInitialized && source.destroy()));
  }

  private async inside<T>(
    source: DataSource,
    work: (tx: Transaction) => T | Promise<T>,
    settings?: readonly string[],
  ): Promise<T> {
    const runner = source.createQueryRunner();
    try {
      const tx = new OpenTransaction((await runner.connect()) as PoolClient);
      try {
        if (settings) tx.send(actAs, settings);
        const result = await work(tx);
        await tx.commit();
        return result;
      } catch (error) {
        await tx.rollback();
        throw error;
      }
    } finally {
      await runner.release();
    }
  }
}
