import { describeError, logger } from '@attune/platform';
import { mutated } from '../mutation.ts';
import type { EventPublisher } from '../kafka/event-publisher.ts';
import { Claims } from './claims.ts';
import { toMessage } from './outbox-row.ts';
import { publishSpans } from './publish-spans.ts';
import { signals } from '../signals.ts';
import { WakeUp } from './wake-up.ts';

const sweepEveryMs = 1_000;
const [busyAgainMs, busyForLongMs] = [3, 50];
const [shortestBackoffMs, longestBackoffMs] = [50, 2_000];

/**
 * Publishes the outbox: one loop, one connection, one batch in flight. Rows are deleted in the transaction that claims
 * them, which commits only after the broker has acknowledged; a crash in between publishes them again, with the same
 * numbers, and consumers drop what they have had. It never gives up.
 */
export class Relay {
  private readonly claims: Claims;
  private readonly hinted = new Set<number>();
  private readonly bell = new WakeUp();
  private running: Promise<void> | null = null;
  private stopped = false;
  /** How often in a row another instance was at a shard that we wanted. */
  private busyFor = 0;

  constructor(
    databaseUrl: string,
    private readonly publisher: EventPublisher,
  ) {
    this.claims = new Claims(databaseUrl);
  }

  start(): void {
    signals.on('appended', this.hint);
    this.running = this.run();
  }

  /** There is something in these shards: look at once. */
  readonly hint = (shards: readonly number[]): void => {
    for (const shard of shards) this.hinted.add(shard);
    this.bell.ring();
  };

  /** Ends after the batch that is under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    signals.off('appended', this.hint);
    this.bell.ring();
    await this.running;
    await this.claims.close();
    await this.publisher.disconnect();
  }

  private async run(): Promise<void> {
    await this.publisher.warmUp();
    let backoff = shortestBackoffMs;
    let sweepAt = 0;
    let failingSince: number | null = null;
    while (!this.stopped) {
      let shards: number[] = [];
      try {
        if (performance.now() >= sweepAt) {
          this.hint(await this.claims.waiting());
          sweepAt = performance.now() + sweepEveryMs;
        }
        shards = [...this.hinted];
        this.hinted.clear();
        if (shards.length > 0) await this.drain(shards);
        if (failingSince !== null) {
          const seconds = Math.round((Date.now() - failingSince) / 1000);
          logger.info({ seconds }, 'the outbox is published again');
          failingSince = null;
        }
        backoff = shortestBackoffMs;
      } catch (error) {
        logger.warn(describeError(error), 'the outbox could not be published and will be tried again');
        failingSince ??= Date.now();
        await this.claims.close();
        for (const shard of shards) this.hinted.add(shard);
        await this.bell.sleep(backoff, { evenIfRung: true });
        backoff = Math.min(backoff * 2, longestBackoffMs);
      }
      if (this.hinted.size === 0) await this.bell.sleep(sweepAt - performance.now());
    }
    await this.claims.commit().catch(() => undefined);
  }

  private async drain(shards: readonly number[]): Promise<void> {
    if (mutated('ordering-off')) await this.bell.sleep(200, { evenIfRung: true });
    const startedAt = Date.now();
    const { rows, claimed, more } = await this.claims.take(shards);
    if (rows.length > 0) {
      const end = publishSpans(rows, startedAt);
      try {
        await this.publisher.publish(rows.map(toMessage));
      } catch (error) {
        end(error);
        throw error;
      }
      end();
    }
    if (more) for (const shard of claimed) this.hinted.add(shard);
    // The next take commits this one in the same round trip.
    if (this.hinted.size === 0) await this.claims.commit();
    // Another instance is at the others and may have looked before our rows were there.
    const busy = shards.filter((shard) => !claimed.includes(shard));
    this.busyFor = busy.length > 0 ? this.busyFor + 1 : 0;
    const pause = this.busyFor > 10 ? busyForLongMs : busyAgainMs;
    if (busy.length > 0) setTimeout(() => this.hint(busy), pause).unref();
  }
}
