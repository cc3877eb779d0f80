import { randomUUID } from 'node:crypto';
import { Messaging } from '@attune/messaging';
import { Clock, Database, Sweep } from '@attune/platform';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
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
    .describe(
      'All events published until then are in the answer, but for clients who are marked as behind; null while that is not known',
    ),
  delayed: z
    .boolean()
    .describe(
      'Whether that is more than a minute ago, or not known for so long: events wait, or the broker is away',
    ),
};
export type FreshnessView = z.infer<z.ZodObject<typeof freshnessFields>>;

/** Up to when events have been followed, by all instances of the service together. */
@Injectable()
export class Freshness extends Sweep {
  private readonly id = randomUUID();
  private readonly began = performance.now();
  private others: Date | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly messaging: Messaging,
  ) {
    super(everyMs);
  }

  override async onApplicationBootstrap(): Promise<void> {
    await this.sweep();
    super.onApplicationBootstrap();
  }

  /** By now the partitions have been left to others. */
  override async onApplicationShutdown(): Promise<void> {
    await super.onApplicationShutdown();
    // Where the database is away the others forget it by themselves.
    await this.database.asWorker((tx) => forgetInstance(tx, this.id)).catch(() => undefined);
  }

  /** Compares itself with the other instances; that is never worth a line in the log. */
  async sweep(): Promise<number> {
    const mine = { id: this.id, upTo: this.messaging.upTo };
    const others = await this.database.asWorker((tx) => tellInstance(tx, mine, goneAfterMs));
    // One that has just come may have partitions of which nobody knows: no further than until now.
    this.others = others.unknown ? (this.others ?? this.asOf) : others.upTo;
    return 0;
  }

  private get asOf(): Date | null {
    const [mine, { others }] = [this.messaging.upTo, this];
    return mine && others && others < mine ? others : mine;
  }

  view(): FreshnessView {
    const { asOf } = this;
    const since = asOf ? this.clock.now().getTime() - asOf.getTime() : performance.now() - this.began;
    return { asOf: asOf?.toISOString() ?? null, delayed: since > delayedAfterMs };
  }
}
