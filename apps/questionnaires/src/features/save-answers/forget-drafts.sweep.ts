import { Clock, Database, Sweep } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { forgetLeft } from '../../store/draft.store.ts';

const everyMs = 60_000;

/** What was begun and never sent is forgotten when its request is over; where it was left is counted. */
@Injectable()
export class ForgetDrafts extends Sweep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super(everyMs);
  }

  sweep(): Promise<number> {
    return this.database.asWorker((tx) => forgetLeft(tx, this.clock.now()));
  }
}
