import {
  isConnectionFault,
  logger,
  meter,
  type Clock,
  type Database,
  type Transaction,
} from '@attune/platform';
import { failureOf, mayPassAtOnce, type Failure } from './failures.ts';
import { handleEvent, type FindHandler } from './handle-event.ts';
import { advance, lockPlace } from './inbox.store.ts';
import { park, type Consumer, type Place } from './parked-event.store.ts';
import type { ReceivedEvent } from './received-event.ts';

const duplicates = meter().createCounter('attune_events_duplicate', {
  description: 'deliveries dropped as had before',
});
const parked = meter().createCounter('attune_events_parked', { description: 'events put aside, by kind' });

const quickRetries = 4;
const longestPauseMs = 5_000;

/** How the caller is kept from being taken for dead, and how it says that it must go. */
export interface Patience {
  heartbeat(): Promise<void>;
  /** True when the work must be left for whoever has the partition next. */
  over(): boolean;
}

export interface Inward {
  readonly database: Database;
  readonly clock: Clock;
  readonly consumer: Consumer;
  readonly find: FindHandler;
  /** Parked events of this place may go on. */
  readonly redrive: (place: Place) => void;
}

/** Brings events into effect: each exactly once, in the order of its key, or put aside where it can be seen. */
export class Deliverer {
  constructor(private readonly inward: Inward) {}

  /**
   * Takes in a run of events from one partition. They share one transaction, which spares commits; if any of them
   * fails, nothing has happened, and they are taken one by one.
   * @returns false when it had to stop before all were in effect
   */
  async deliver(events: readonly ReceivedEvent[], patience: Patience): Promise<boolean> {
    // In the order of their keys, so that two partitions that touch the same rows do so in the same order.
    const sorted = events.toSorted((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
    if (sorted.length > 1 && (await this.together(sorted))) return true;
    for (const event of sorted) {
      if (!(await this.alone(event, patience))) return false;
      await patience.heartbeat();
    }
    return true;
  }

  private async together(events: readonly ReceivedEvent[]): Promise<boolean> {
    try {
      await this.inward.database.asWorker(async (tx) => {
        for (const event of events) await this.take(tx, event);
      });
      return true;
    } catch {
      // Whatever it was, it shows itself again for the one event that it is about.
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
        if (isConnectionFault(error)) {
          // The database is away. Nothing is wrong with the event, so it waits, however long that takes.
          logger.warn(
            { consumer: this.inward.consumer.name, pause },
            'the database is away: waiting with events',
          );
          await wait(pause, patience);
          pause = Math.min(pause * 2, longestPauseMs);
        } else if (mayPassAtOnce(error) && attempts < quickRetries) {
          attempts += 1;
          await wait(10 * attempts, patience);
        } else {
          failure = failureOf(error);
        }
      }
    }
    return false;
  }

  private async take(tx: Transaction, event: ReceivedEvent): Promise<void> {
    const { consumer, find, redrive } = this.inward;
    const step = await advance(tx, consumer.name, event);
    if (step === 'duplicate') {
      duplicates.add(1, { consumer: consumer.name });
    } else if (step === 'gap' || step === 'behind') {
      const reason = step === 'gap' ? 'number-skipped' : 'earlier-event-parked';
      await this.setAside(tx, event, { kind: step, reason, awaiting: null });
    } else {
      await handleEvent(tx, consumer.name, event, find);
      if (step === 'apply-and-redrive') {
        tx.afterCommit(() => {
          redrive([consumer.name, event.topic, event.key]);
        });
      }
    }
  }

  /** In a transaction of its own, since the failed one has been rolled back; another may have got there first. */
  private async putAside(tx: Transaction, event: ReceivedEvent, failure: Failure): Promise<void> {
    const last = await lockPlace(tx, [this.inward.consumer.name, event.topic, event.key]);
    if (event.sequence > last) await this.setAside(tx, event, failure);
  }

  private async setAside(tx: Transaction, event: ReceivedEvent, failure: Failure): Promise<void> {
    const { consumer, clock } = this.inward;
    await park(tx, consumer, event, failure, clock.now());
    const { topic, key, sequence } = event;
    const about = { consumer: consumer.name, topic, key, sequence: Number(sequence), reason: failure.reason };
    tx.afterCommit(() => {
      parked.add(1, { consumer: consumer.name, kind: failure.kind });
      if (failure.kind === 'behind') logger.debug(about, 'event waits behind a parked one');
      else logger.error(about, failure.kind === 'gap' ? 'events are missing: key parked' : 'event parked');
    });
  }
}

async function wait(ms: number, patience: Patience): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
  if (!patience.over()) await patience.heartbeat();
}
