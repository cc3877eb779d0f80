import type { Writable } from 'node:stream';
import type { PoolClient } from 'pg';

/** Lets the statements of one turn of the event loop leave in one write: a write costs more than a short statement. */
export class Batch {
  private readonly stream: Writable;
  private gathering = false;

  constructor(client: PoolClient) {
    // Not in the types: pg corks the same stream for the messages of one statement.
    this.stream = (client as PoolClient & { connection: { stream: Writable } }).connection.stream;
  }

  gather(): void {
    if (this.gathering) return;
    this.gathering = true;
    this.stream.cork();
    // After the microtasks of this turn: whoever was waiting for the same answer has said what comes next.
    process.nextTick(() => {
      this.gathering = false;
      this.stream.uncork();
    });
  }
}
