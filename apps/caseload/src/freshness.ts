import { randomUUID } from 'node:crypto';
import { Messaging } from '@attune/messaging';
import { Clock, Database, Sweep } from '@attune/platform';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { newestKnown } from './store/entry.store.ts';
import { forgetInstance, tellInstance } from './store/instance.store.ts';

const everyMs = 5_000;
/** Longer than a member that was killed keeps its partitions. */
const goneAfterMs = 30_000;
const delayedAfterMs = 60_000;

/** As of when an answer is. */
export const freshnessFields = {
  asOf: z.iso
    .datetime()
    .nullable()
    .describe('All events published until then are in the answer; null while that is not known'),
  delayed: z.boolean().describe('Whether that is more than a minute ago: events wait, or the broker is away'),
};
export type FreshnessView = z.infer<z.ZodObject<typeof freshnessFields>>;

/** Up to when events have been followed, by all instances of the service together. */
@Injectable()
export class Freshness extends Sweep implements BeforeApplicationShutdown {
  private readonly id = randomUUID();
  /** From the rows, until the broker tells more. */
  private known: Date | null = null;
  private others: Date | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly messaging: Messaging,
  ) {
    super(everyMs);
  }

  override async onApplicationBootstrap(): Promise<void> {
    this.known = await this.database.asWorker((tx) => newestKnown(tx));
    await this.sweep();
    super.onApplicationBootstrap();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await super.onApplicationShutdown();
    // Where the database is away the others forget it by themselves.
    await this.database.asWorker((tx) => forgetInstance(tx, this.id)).catch(() => undefined);
  }

  /** Compares itself with the other instances; that is never worth a line in the log. */
  async sweep(): Promise<number> {
    const toldAt = new Date();
    const since = new Date(toldAt.getTime() - goneAfterMs);
    const mine = { id: this.id, upTo: this.messaging.upTo, toldAt };
    this.others = await this.database.asWorker((tx) => tellInstance(tx, mine, since));
    return 0;
  }

  private get asOf(): Date | null {
    const [mine, { others }] = [this.messaging.upTo ?? this.known, this];
    return mine && others && others < mine ? others : mine;
  }

  view(): FreshnessView {
    const { asOf } = this;
    const delayed = asOf === null || this.clock.now().getTime() - asOf.getTime() > delayedAfterMs;
    return { asOf: asOf?.toISOString() ?? null, delayed };
  }
}
