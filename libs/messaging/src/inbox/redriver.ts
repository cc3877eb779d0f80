import { describeError, isConnectionFault, logger } from '@attune/platform';
import { signals } from '../signals.ts';
import { failureOf, mayPassAtOnce } from './failures.ts';
import { handleEvent } from './handle-event.ts';
import { lockPlace, markParked, movePlace } from './inbox.store.ts';
import { awaitingPlaces, headOf, noteAttempt, unpark, type Place } from './parked-event.store.ts';
import type { Inward } from './deliverer.ts';

const lookEveryMs = 3_000;
const mostQuickRetries = 4;

/** Takes parked keys up again: oldest event first, as far as it goes. */
export class Redriver {
  private timer: NodeJS.Timeout | null = null;
  private readonly busy = new Map<string, Promise<boolean>>();
  private readonly onResumable = () => void this.redriveAwaiting();

  constructor(private readonly inward: Omit<Inward, 'redrive'>) {}

  start(): void {
    signals.on('resumable', this.onResumable);
    // Behind the signal of this process: what was missing may have become known in another one.
    this.timer = setInterval(this.onResumable, lookEveryMs).unref();
    void this.redriveAwaiting();
  }

  async stop(): Promise<void> {
    signals.off('resumable', this.onResumable);
    if (this.timer) clearInterval(this.timer);
    await Promise.allSettled(this.busy.values());
  }

  /** @returns true when nothing of the key waits any more */
  async redrive(place: Place): Promise<boolean> {
    const name = place.join('\n');
    const before = this.busy.get(name) ?? Promise.resolve(false);
    const now = before.then(() => this.drain(place));
    this.busy.set(name, now);
    try {
      return await now;
    } finally {
      if (this.busy.get(name) === now) this.busy.delete(name);
    }
  }

  private async redriveAwaiting(): Promise<void> {
    try {
      const places = await this.inward.database.asWorker((tx) =>
        awaitingPlaces(tx, this.inward.consumer.name),
      );
      for (const place of places) await this.redrive(place);
    } catch (error) {
      if (!isConnectionFault(error)) logger.error(describeError(error), 'parked keys could not be taken up');
    }
  }

  private async drain(place: Place): Promise<boolean> {
    for (let attempt = 0; ;) {
      let trying: bigint | null = null;
      try {
        const step = await this.inward.database.asWorker(async (tx) => {
          const last = await lockPlace(tx, place);
          const head = await headOf(tx, place);
          if (!head) {
            await markParked(tx, place, false);
            return 'empty';
          }
          if (head.sequence > last + 1n) return 'gap';
          trying = head.sequence;
          await movePlace(tx, place, head.sequence);
          await handleEvent(tx, this.inward.consumer.name, head, this.inward.find);
          await unpark(tx, place, head.sequence);
          return 'next';
        });
        if (step !== 'next') return step === 'empty';
        attempt = 0;
      } catch (error) {
        if (mayPassAtOnce(error) && attempt < mostQuickRetries) {
          attempt += 1;
          continue;
        }
        if (trying === null || isConnectionFault(error)) throw error;
        const failed = trying;
        await this.inward.database.asWorker((tx) => noteAttempt(tx, place, failed, failureOf(error)));
        return false;
      }
    }
  }
}
