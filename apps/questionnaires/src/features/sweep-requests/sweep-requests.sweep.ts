import { Clock, Database, Sweep, type Transaction } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { IssueDue } from './issue-due.handler.ts';
import { PlanCare } from './plan-care.handler.ts';
import { Remind } from './remind.handler.ts';

const everyMs = 2_000;
const atOnce = 500;

/**
 * Asks, reminds and closes by the passing of time, some at once. Each batch is one transaction that changes the state
 * by which it was found: what was interrupted is found again, what is done is not.
 */
@Injectable()
export class SweepRequests extends Sweep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly planCare: PlanCare,
    private readonly issueDue: IssueDue,
    private readonly remind: Remind,
  ) {
    super(everyMs);
  }

  async sweep(): Promise<number> {
    const planned = await this.all((tx, now) => this.planCare.some(tx, now, atOnce));
    // First what is over, so that it does not stand in the way of what is due.
    const expired = await this.all((tx, now) => this.remind.expire(tx, now, atOnce));
    const issued = await this.all((tx, now) => this.issueDue.some(tx, now, atOnce));
    const reminded = await this.all((tx, now) => this.remind.some(tx, now, atOnce));
    return planned + expired + issued + reminded;
  }

  private async all(some: (tx: Transaction, now: Date) => Promise<number>): Promise<number> {
    let total = 0;
    for (let last = atOnce; last === atOnce; total += last) {
      last = await this.database.asWorker((tx) => some(tx, this.clock.now()));
    }
    return total;
  }
}
