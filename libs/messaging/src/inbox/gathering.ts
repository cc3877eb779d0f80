import { setTimeout as sleep } from 'node:timers/promises';
import type { ReceivedEvent } from './received-event.ts';

/** How the caller is kept from being taken for dead, and how it says that it must go. */
export interface Patience {
  heartbeat(): Promise<void>;
  /** True when the work must be left for whoever has the partition next. */
  over(): boolean;
}

/** Events of one partition, in their order. */
export interface Run {
  readonly events: readonly ReceivedEvent[];
  readonly patience: Patience;
}

interface Waiting extends Run {
  readonly gate: PromiseWithResolvers<boolean>;
}

const mostEvents = 128;

/**
 * One transaction at a time, and what arrives from other partitions meanwhile shares the next: a commit costs more
 * than most events. A consumer that nobody waits for may also linger a little before each, to gather more.
 */
export class Gathering {
  private readonly waiting: Waiting[] = [];
  private busy = false;

  /** @param take answers for each run whether it was brought to its end */
  constructor(
    private readonly take: (runs: readonly Run[]) => Promise<readonly boolean[]>,
    private readonly lingerMs: number,
  ) {}

  add(run: Run): Promise<boolean> {
    const gate = Promise.withResolvers<boolean>();
    this.waiting.push({ ...run, gate });
    if (!this.busy) void this.work();
    return gate.promise;
  }

  private async work(): Promise<void> {
    this.busy = true;
    while (this.waiting.length > 0) {
      if (this.lingerMs > 0) await sleep(this.lingerMs);
      const runs = this.next();
      try {
        const done = await this.take(runs);
        for (const [i, { gate }] of runs.entries()) gate.resolve(done[i] === true);
      } catch (error) {
        for (const { gate } of runs) gate.reject(error);
      }
    }
    this.busy = false;
  }

  private next(): Waiting[] {
    let [runs, events] = [0, 0];
    for (const { events: more } of this.waiting) {
      if (runs > 0 && events + more.length > mostEvents) break;
      runs += 1;
      events += more.length;
    }
    return this.waiting.splice(0, runs);
  }
}
