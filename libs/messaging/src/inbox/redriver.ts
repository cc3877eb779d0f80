import { setTimeout as sleep } from 'node:timers/promises';
import { describeError, logger, type Transaction } from '@attune/platform';
import { signals } from '../signals.ts';
import type { Inward } from './deliverer.ts';
import { afterGap, failureOf, isInfrastructure, mayPassAtOnce } from './failures.ts';
import { handleEvent } from './handle-event.ts';
import { lockPlace, markParked, movePlace } from './inbox.store.ts';
import { isSparse } from './judge.ts';
import { headOf, readyPlaces, unpark, type Head, type Place } from './parked-event.store.ts';

const lookEveryMs = 2_000;
const restSeconds = 3;
const mostQuickRetries = 4;

/** Rolls back what a parked event's handler had done, and carries why. */
class HeadFailed extends Error {
  constructor(
    readonly head: Head,
    readonly reason: unknown,
  ) {
    super('A parked event failed again');
  }
}

/**
 * Takes parked keys up again: oldest event first, as far as it goes. Each step holds the key's row in the inbox, so
 * that an event which arrives meanwhile waits for the step's end, and is either parked behind or the next in line.
 */
export class Redriver {
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;
  private readonly busy = new Map<string, Promise<boolean>>();
  private readonly onResumable = (places: readonly Place[]): void => {
    for (const place of places) {
      if (place[0] === this.inward.consumer.name) void this.quietly(() => this.redrive(place));
    }
  };

  constructor(private readonly inward: Inward) {}

  start(): void {
    signals.on('resumable', this.onResumable);
    const look = () => void this.quietly(() => this.redriveReady());
    this.timer = setInterval(look, lookEveryMs).unref();
    look();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    signals.off('resumable', this.onResumable);
    if (this.timer) clearInterval(this.timer);
    await Promise.allSettled(this.busy.values());
  }

  /** @returns true when nothing of the key waits any more */
  async redrive(place: Place): Promise<boolean> {
    const name = place.join('\n');
    const now = (this.busy.get(name) ?? Promise.resolve(false)).then(
      () => this.drain(place),
      () => this.drain(place),
    );
    this.busy.set(name, now);
    try {
      return await now;
    } finally {
      if (this.busy.get(name) === now) this.busy.delete(name);
    }
  }

  private async redriveReady(): Promise<void> {
    const { database, consumer } = this.inward;
    const places = await database.asWorker((tx) => readyPlaces(tx, consumer.name, restSeconds));
    for (const place of places) if (!this.stopped) await this.redrive(place);
  }

  /** What goes wrong here is tried again at the next look. */
  private async quietly(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!this.stopped) logger.warn(describeError(error), 'parked keys could not be taken up');
    }
  }

  private async drain(place: Place): Promise<boolean> {
    for (let attempt = 0; !this.stopped;) {
      try {
        const step = await this.inward.database.asWorker((tx) => this.tryHead(tx, place));
        if (step !== 'next') return step === 'empty';
        attempt = 0;
      } catch (error) {
        if (!(error instanceof HeadFailed) || isInfrastructure(error.reason)) throw error;
        if (mayPassAtOnce(error.reason) && attempt < mostQuickRetries) {
          attempt += 1;
          await sleep(10 * attempt);
          continue;
        }
        await this.note(place, error);
        return false;
      }
    }
    return false;
  }

  private async tryHead(tx: Transaction, place: Place): Promise<'empty' | 'waits' | 'next'> {
    const { consumer, find, parking } = this.inward;
    const last = await lockPlace(tx, place);
    const head = await headOf(tx, place);
    if (!head) {
      await markParked(tx, place, false);
      return 'empty';
    }
    if (head.sequence > last + 1n && !isSparse(head.topic)) {
      if (head.kind !== 'gap') await parking.failedAgain(tx, head, afterGap);
      return 'waits';
    }
    if (head.sequence > last) {
      await movePlace(tx, place, head.sequence);
      try {
        await handleEvent(tx, consumer.name, head, find);
      } catch (error) {
        throw new HeadFailed(head, error);
      }
    }
    await unpark(tx, place, head.sequence);
    return 'next';
  }

  private async note(place: Place, { head, reason }: HeadFailed): Promise<void> {
    await this.inward.database.asWorker(async (tx) => {
      await lockPlace(tx, place);
      const now = await headOf(tx, place);
      // Another instance may have got it through meanwhile.
      if (now?.deadLetterId === head.deadLetterId)
        await this.inward.parking.failedAgain(tx, now, failureOf(reason));
    });
  }
}
