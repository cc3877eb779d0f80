import { describeError, logger } from '@attune/platform';
import pg from 'pg';
import { onHint } from './hints.ts';
import type { EventPublisher } from '../kafka/event-publisher.ts';
import { publishSpans } from './publish-spans.ts';
import { toMessage, type OutboxRow } from './outbox-row.ts';
import { everyShard } from './shard.ts';

const mostAtOnce = 500;
const sweepEveryMs = 500;
const busyAgainMs = 4;
const longestBackoffMs = 2_000;

/**
 * Claims what it can of the shards and takes their oldest rows, in one round trip. The statement's snapshot is older
 * than its locks, and that does no harm: a row that the last holder took is skipped when the DELETE looks at it again,
 * and because writers of a key take turns at its counter, whoever sees number n sees every smaller one that is left.
 */
const claim = (shards: readonly number[]) => `BEGIN;
  WITH claimed AS MATERIALIZED (
    SELECT shard FROM unnest(ARRAY[${shards.join(',')}]::int[]) shard
    WHERE pg_try_advisory_xact_lock(hashtext('relay ' || current_schema()), shard)
  ), taken AS (
    DELETE FROM outbox WHERE id IN (
      SELECT id FROM outbox WHERE shard IN (SELECT shard FROM claimed) ORDER BY id LIMIT ${mostAtOnce})
    RETURNING *
  )
  SELECT (SELECT count(*) FROM claimed)::int AS claimed, taken.* FROM (VALUES (1)) one LEFT JOIN taken ON true
  ORDER BY taken.id`;

type ClaimedRow = { readonly claimed: number } & (OutboxRow | { readonly id: null });

/**
 * Publishes the outbox: one loop, one connection, one batch in flight. Rows are deleted in the transaction that claims
 * them, which commits only after the broker has acknowledged; a crash in between publishes them again, with the same
 * numbers, and consumers drop what they have had.
 */
export class Relay {
  private readonly hinted = new Set<number>();
  private client: pg.Client | null = null;
  private wake: () => void = () => undefined;
  private stopped = false;
  private running: Promise<void> | null = null;
  private unsubscribe: () => void = () => undefined;

  constructor(
    private readonly databaseUrl: string,
    private readonly publisher: EventPublisher,
  ) {}

  start(): void {
    this.unsubscribe = onHint((shards) => {
      this.hint(shards);
    });
    this.running = this.run();
  }

  /** There is something in these shards: look at once. */
  hint(shards: readonly number[]): void {
    for (const shard of shards) this.hinted.add(shard);
    this.wake();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.unsubscribe();
    this.wake();
    await this.running;
    await this.client?.end().catch(() => undefined);
    await this.publisher.disconnect();
  }

  private async run(): Promise<void> {
    let backoff = 0;
    let sweepAt = 0;
    while (!this.stopped) {
      const sweep = performance.now() >= sweepAt;
      const shards = sweep ? everyShard : [...this.hinted];
      this.hinted.clear();
      if (sweep) sweepAt = performance.now() + sweepEveryMs;
      try {
        if (shards.length > 0) await this.drain(shards);
        backoff = 0;
      } catch (error) {
        backoff = Math.min(Math.max(backoff * 2, 100), longestBackoffMs);
        logger.warn(describeError(error), 'the outbox could not be published and will be tried again');
        await this.dropClient();
        await this.sleep(backoff);
        sweepAt = 0;
      }
      if (this.hinted.size === 0) await this.sleep(sweepAt - performance.now());
    }
  }

  private async drain(shards: readonly number[]): Promise<void> {
    while (!this.stopped) {
      const client = (this.client ??= await this.connect());
      const claimedAt = Date.now();
      const results = (await client.query(claim(shards))) as unknown as pg.QueryResult<ClaimedRow>[];
      const found = results.at(-1)?.rows ?? [];
      const rows = found.filter((row): row is ClaimedRow & OutboxRow => row.id !== null);
      if (rows.length > 0) {
        const end = publishSpans(rows, claimedAt);
        try {
          await this.publisher.publish(rows.map(toMessage));
        } catch (error) {
          end(error);
          throw error;
        }
        end();
      }
      await client.query('COMMIT');
      // Another instance is at some of these shards and may have looked before our rows were there.
      if ((found[0]?.claimed ?? 0) < shards.length) this.hintSoon(shards);
      if (rows.length === 0) return;
    }
  }

  private hintSoon(shards: readonly number[]): void {
    setTimeout(() => {
      this.hint(shards);
    }, busyAgainMs);
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.databaseUrl,
      application_name: 'relay',
      keepAlive: true,
    });
    client.on('error', () => {
      if (this.client === client) this.client = null;
    });
    await client.connect();
    return client;
  }

  /** Ending the connection rolls its transaction back, whatever state it is in. */
  private async dropClient(): Promise<void> {
    const client = this.client;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private sleep(ms: number): Promise<void> {
    if (ms <= 0 || this.stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
