import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.ts';
import { Sweep } from '../clock/sweep.ts';
import { Database } from '../database/database.ts';

const everyMs = 10 * 60 * 1000;
const keptDays = 30;
const atOnce = 1_000;

/** A retry comes within minutes: keys that are weeks old, and the answers kept with them, are of no use to anybody. */
@Injectable()
export class ForgetKeysSweep extends Sweep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super(everyMs);
  }

  async sweep(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - keptDays * 24 * 60 * 60 * 1000);
    let total = 0;
    for (let last = atOnce; last === atOnce; total += last) {
      const gone = await this.database.asWorker((tx) => tx.query(sql, [before, atOnce]));
      last = gone.length;
    }
    return total;
  }
}

const sql = `DELETE FROM idempotency_key WHERE (person_id, key) IN (
  SELECT person_id, key FROM idempotency_key WHERE at < $1 LIMIT $2) RETURNING 1`;
