import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, describeError, logger, type Transaction } from '@attune/platform';
import { signals } from '../signals.ts';
import { measure } from '../telemetry.ts';
import {
  afterGap,
  behindParked,
  failureOf,
  isInfrastructure,
  mayPassAtOnce,
  type Failure,
} from './failures.ts';
import { Gathering, type Patience, type Run } from './gathering.ts';
import { handleEvent, type FindHandler } from './handle-event.ts';
import { advance, look } from './inbox.store.ts';
import type { Consumer, Place } from './parked-event.store.ts';
import type { Parking } from './parking.ts';
import type { ReceivedEvent } from './received-event.ts';

const quickRetries = 4;
// Well under the broker's patience with a member that says nothing.
const longestPauseMs = 2_000;

export interface Inward {
  readonly database: Database;
  readonly consumer: Consumer;
  readonly find: FindHandler;
  readonly parking: Parking;
}

/** Brings events into effect: each exactly once, in the order of its key, or put aside where it can be seen. */
export class Deliverer {
  private readonly gathering: Gathering;

  /** @param lingerMs how long to wait for more before a transaction, where nobody waits for its effect */
  constructor(
    private readonly inward: Inward,
    lingerMs = 0,
  ) {
    this.gathering = new Gathering((runs) => this.takeRuns(runs), lingerMs);
  }

  /**
   * Takes in a run of events from one partition.
   * @returns false when it had to stop before all were in effect
   */
  deliver(events: readonly ReceivedEvent[], patience: Patience): Promise<boolean> {
    return this.gathering.add({ events, patience });
  }

  /** All runs share one transaction; if any event fails, nothing has happened, and they are taken one by one. */
  private async takeRuns(runs: readonly Run[]): Promise<boolean[]> {
    const wanted = runs.filter(({ patience }) => !patience.over());
    const events = wanted.flatMap((run) => run.events);
    if (events.length > 1 && (await this.together(events))) return runs.map((run) => wanted.includes(run));
    const done: boolean[] = [];
    for (const run of runs) done.push(await this.oneByOne(run));
    return done;
  }

  private async oneByOne({ events, patience }: Run): Promise<boolean> {
    for (const event of events) {
      if (!(await this.alone(event, patience))) return false;
      await patience.heartbeat();
    }
    return true;
  }

  /**
   * Same-key events one after the other, different keys of a topic side by side: their statements share the round
   * trips. Topics take turns, because handlers of two topics may change the same row of the same client.
   */
  private async together(events: readonly ReceivedEvent[]): Promise<boolean> {
    try {
      await this.inward.database.asWorker(async (tx) => {
        for (const [, ofTopic] of Map.groupBy(events, ({ topic }) => topic)) {
          // In the order of the keys, which makes it rare that two writers wait for each other in a circle.
          const keys = [...Map.groupBy(ofTopic, ({ key }) => key)].sort(([one], [other]) =>
            one < other ? -1 : 1,
          );
          const taken = keys.map(async ([, ofKey]) => {
            for (const event of ofKey) await this.take(tx, event);
          });
          // One that failed must not be taken alone while another of this transaction still is at work.
          const failed = (await Promise.allSettled(taken)).find(({ status }) => status === 'rejected');
          if (failed?.status === 'rejected') throw failed.reason;
        }
      });
      return true;
    } catch (error) {
      // What is the matter with one event shows itself again when it is taken alone; what two did to each other not.
      measure.fallback({ code: failureOf(error).reason });
      return false;
    }
  }

  private async alone(event: ReceivedEvent, patience: Patience): Promise<boolean> {
    let attempts = 0;
    let pause = 50;
    let failure: Failure | null = null;
    while (!patience.over()) {
      try {
        await this.inward.database.asWorker((tx) =>
          failure ? this.putAside(tx, event, failure) : this.take(tx, event),
        );
        return true;
      } catch (error) {
        if (mayPassAtOnce(error) && attempts < quickRetries) {
          attempts += 1;
          await sleep(10 * attempts * Math.random());
        } else if (failure === null && !isInfrastructure(error)) {
          failure = failureOf(error);
        } else {
          // The database is away. Nothing is wrong with the event, so it waits, however long that takes.
          logger.warn({ ...describeError(error), pause }, 'the database is away: waiting with events');
          await sleep(pause);
          await patience.heartbeat();
          pause = Math.min(pause * 2, longestPauseMs);
        }
      }
    }
    return false;
  }

  private async take(tx: Transaction, event: ReceivedEvent): Promise<void> {
    const { consumer, find, parking } = this.inward;
    const { topic, key } = event;
    const step = await advance(tx, consumer.name, event);
    if (step === 'gap' || step === 'behind') {
      await parking.park(tx, event, step === 'gap' ? afterGap : behindParked);
    } else if (step === 'duplicate') {
      tx.afterCommit(() => {
        measure.duplicate({ topic });
      });
    } else {
      await handleEvent(tx, consumer.name, event, find);
      const place: Place = [consumer.name, topic, key];
      if (step === 'apply-and-redrive') tx.afterCommit(() => signals.emit('resumable', [place]));
    }
  }

  /** In a transaction of its own, since the failed one has been rolled back; another may have got there first. */
  private async putAside(tx: Transaction, event: ReceivedEvent, failure: Failure): Promise<void> {
    const { consumer, parking } = this.inward;
    const step = await look(tx, [consumer.name, event.topic, event.key], event.sequence);
    if (step === 'duplicate') return;
    await parking.park(tx, event, step === 'gap' ? afterGap : step === 'behind' ? behindParked : failure);
  }
}
