import { Clock, Database, Sweep } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { forgetBefore } from '../../store/forget.store.ts';

const hourMs = 3_600_000;
/** How long one can look up that somebody was written to, and opt out by the link of a message. */
export const keptDays = 400;
const mostAtOnce = 1000;

/** Messages, what they were about and their links are not kept for ever: that somebody is in care is told by them. */
@Injectable()
export class ForgetMessages extends Sweep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super(hourMs);
  }

  async sweep(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - keptDays * 24 * hourMs);
    let all = 0;
    for (;;) {
      const count = await this.database.asWorker((tx) => forgetBefore(tx, before, mostAtOnce));
      if (count === 0) return all;
      all += count;
    }
  }
}
