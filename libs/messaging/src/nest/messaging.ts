import type { BrokerStatus, Clock, Database, ServiceConfig } from '@attune/platform';
import type { BeforeApplicationShutdown, OnApplicationShutdown } from '@nestjs/common';
import { Deliverer } from '../inbox/deliverer.ts';
import { Parking } from '../inbox/parking.ts';
import { Redriver } from '../inbox/redriver.ts';
import { connectKafka } from '../kafka/connect-kafka.ts';
import { EventPublisher } from '../kafka/event-publisher.ts';
import { EventSource } from '../kafka/event-source.ts';
import { endsOf } from '../kafka/ends-of.ts';
import { useDatabaseForMutation } from '../outbox/outside-transaction.mutation.ts';
import { Relay } from '../outbox/relay.ts';
import { observeBacklog } from './gauges.ts';
import { EventStrategy } from './event-strategy.ts';

/** A broker that was killed is back in well under a minute. */
const consumerRetries = 60;

/** One service's delivery, put together: what it publishes, what it takes in, and what waits. */
export class Messaging implements BrokerStatus, BeforeApplicationShutdown, OnApplicationShutdown {
  readonly strategy = new EventStrategy();
  readonly redriver: Redriver;
  private readonly publisher: EventPublisher;
  private readonly relay: Relay;
  private source: EventSource | null = null;

  constructor(
    readonly service: string,
    config: ServiceConfig,
    database: Database,
    private readonly clock: Clock,
    lingerMs: number,
  ) {
    const kafka = connectKafka(service, config);
    const prefix = config.TOPIC_PREFIX;
    const consumer = { service, name: service };
    const parking = new Parking(consumer, clock);
    const inward = { database, consumer, parking, find: this.strategy.find };
    this.redriver = new Redriver(inward);
    this.publisher = new EventPublisher(kafka, prefix);
    this.relay = new Relay(config.DATABASE_WORKER_URL ?? '', this.publisher);
    const deliverer = new Deliverer(inward, lingerMs);
    useDatabaseForMutation(database);
    observeBacklog(database);
    const groupId = prefix + (config.CONSUMER_GROUP ?? service);
    this.strategy.onListen((topics) => {
      if (config.CONSUMER_GROUP === undefined) this.relay.start();
      if (topics.length === 0) return;
      this.redriver.start();
      // A consumer that gave up would come back as a new member, and wait until the group has given up the old one.
      const patient = connectKafka(service, config, { retries: consumerRetries });
      this.source = new EventSource(patient, { groupId, topics, prefix }, deliverer);
      this.source.start();
      this.ends = () =>
        endsOf(
          kafka,
          groupId,
          topics.map((topic) => prefix + topic),
        );
    });
  }

  /**
   * Where the followed topics end at this moment.
   * @returns how many of the events before those ends have not been brought into effect yet, whenever it is asked
   */
  ends: () => Promise<() => Promise<number>> = () => Promise.resolve(() => Promise.resolve(0));

  /** Up to when this instance has brought its events into effect; null while it does not know. */
  get upTo(): Date | null {
    const real = this.source?.upTo ?? null;
    return real === null ? null : new Date(real + this.clock.now().getTime() - Date.now());
  }

  connected(): boolean {
    return this.source ? this.source.connected : this.publisher.connected;
  }

  /** While the database is still open. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.source?.stop();
    await this.redriver.stop();
  }

  /** Last, because requests that are still answered append. */
  async onApplicationShutdown(): Promise<void> {
    await this.relay.stop();
  }
}
