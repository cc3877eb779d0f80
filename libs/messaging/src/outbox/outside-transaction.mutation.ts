import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Transaction } from '@attune/platform';
import { signals } from '../signals.ts';
import { insertOutbox, type OutboxEvent } from './outbox.store.ts';

const windowMs = 40;
let database: Database | undefined;

export function useDatabaseForMutation(given: Database): void {
  database = given;
}

/** For the chaos run only: what an outbox beside the transaction would do, losing events when the process dies. */
export function appendAfterwards(tx: Transaction, rows: readonly OutboxEvent[]): void {
  tx.afterCommit(() => {
    void sleep(windowMs)
      .then(() => database?.asWorker((later) => insertOutbox(later, rows)))
      .then(() => {
        signals.emit(
          'appended',
          rows.map(({ shard }) => shard),
        );
      })
      .catch(() => undefined);
  });
}
