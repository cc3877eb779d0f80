import { setTimeout as sleep } from 'node:timers/promises';
import { describeError, logger } from '@attune/platform';
import type { Consumer, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import type { Deliverer } from '../inbox/deliverer.ts';
import { mutated } from '../mutation.ts';
import { OffsetCommitter } from './offset-committer.ts';
import { Progress } from './progress.ts';
import { toReceived } from './to-received.ts';

const mostTogether = 32;
const heartbeatEveryMs = 1_500;
const heartbeatStaleMs = 10_000;
const longestJoinMs = 5_000;
const longestWorkMs = 5_000;
const longestLeaveMs = 3_000;

export interface SourceOptions {
  readonly groupId: string;
  readonly topics: readonly string[];
  /** What wire names begin with. */
  readonly prefix: string;
}

/** Reads a consumer group's topics and hands them to the inbox; offsets follow what is in effect, never lead it. */
export class EventSource {
  private consumer: Consumer | null = null;
  private stopped = false;
  private lastSign = 0;
  private awaySince: number | null = null;
  private watch: NodeJS.Timeout | undefined;
  private starting: Promise<void> = Promise.resolve();
  private readonly working = new Set<Promise<void>>();
  private readonly offsets = new OffsetCommitter(() => this.consumer);
  private readonly progress = new Progress();

  constructor(
    private readonly kafka: Kafka,
    private readonly options: SourceOptions,
    private readonly deliverer: Deliverer,
  ) {}

  /** True while the broker has answered of late. */
  get connected(): boolean {
    return Date.now() - this.lastSign < heartbeatStaleMs;
  }

  /** Up to when what was published to this member's partitions is in effect; null while that is not known. */
  get upTo(): number | null {
    return this.progress.upTo;
  }

  start(): void {
    this.starting = this.joinAtLast();
    this.watch = setInterval(() => {
      this.tellOfChange();
    }, heartbeatEveryMs).unref();
  }

  /** One line when the broker goes and one when it comes back: a night shift reads them later. */
  private tellOfChange(): void {
    if (this.lastSign === 0 || this.stopped) return;
    if (this.connected && this.awaySince !== null) {
      const seconds = Math.round((Date.now() - this.awaySince) / 1000);
      logger.info({ seconds }, 'the broker answers again');
      this.awaySince = null;
    } else if (!this.connected && this.awaySince === null) {
      this.awaySince = this.lastSign;
      logger.warn('the broker does not answer: events wait there');
    }
  }

  /** As often as it takes: a broker that is away at the start may come later. */
  private async joinAtLast(): Promise<void> {
    for (let pause = 200; !this.stopped; pause = Math.min(pause * 2, 3_000)) {
      try {
        await this.join();
        return;
      } catch (error) {
        logger.warn(describeError(error), 'the broker cannot be reached: events wait there');
        await this.consumer?.disconnect().catch(() => undefined);
        await sleep(pause);
      }
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.watch);
    // kafkajs stops and leaves only what has joined.
    await Promise.race([this.starting, sleep(longestJoinMs, undefined, { ref: false })]);
    // All of this may wait for a broker that is away for long. What is cut off here is delivered again.
    await Promise.race([Promise.allSettled(this.working), sleep(longestWorkMs, undefined, { ref: false })]);
    await Promise.race([this.leave(), sleep(longestLeaveMs, undefined, { ref: false })]);
  }

  private async leave(): Promise<void> {
    // A consumer that is stopped can no longer tell how far it came.
    await this.offsets.flush();
    await this.consumer?.stop().catch(() => undefined);
    await this.consumer?.disconnect().catch(() => undefined);
  }

  private async join(): Promise<void> {
    const { groupId, topics, prefix } = this.options;
    const consumer = this.kafka.consumer({
      groupId,
      // A killed member's partitions wait this long for their next owner.
      sessionTimeout: 6_000,
      heartbeatInterval: heartbeatEveryMs,
      maxWaitTimeInMs: 1_000,
      retry: {
        initialRetryTime: 100,
        maxRetryTime: 2_000,
        retries: 8,
        // One that is told to stop while it joins would come back as a member that does nothing.
        restartOnFailure: () => Promise.resolve(!this.stopped),
      },
    });
    this.consumer = consumer;
    for (const event of [consumer.events.HEARTBEAT, consumer.events.GROUP_JOIN, consumer.events.FETCH]) {
      consumer.on(event, () => {
        this.lastSign = Date.now();
      });
    }
    // Told only of what a broker has answered; the event FETCH comes after failed attempts too.
    consumer.on(consumer.events.REQUEST, ({ payload: { apiName, broker, sentAt } }) => {
      if (apiName === 'Fetch') this.progress.answered(broker, sentAt);
    });
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      this.progress.assigned();
      const partitions = Object.values(payload.memberAssignment).flat().length;
      logger.info({ group: groupId, partitions }, 'events are taken in');
    });
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      // One whose joining failed has been replaced.
      if (payload.restart || this.stopped || this.consumer !== consumer) return;
      // kafkajs has given up for good while the process lives: let whoever watches it start a new one.
      logger.fatal(describeError(payload.error), 'the consumer has stopped for good');
      process.exit(1);
    });
    await consumer.connect();
    await consumer.subscribe({ topics: topics.map((topic) => prefix + topic), fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      // All partitions of a fetch at once: they meet again in one transaction.
      partitionsConsumedConcurrently: 64,
      eachBatch: (payload) => this.track(this.take(payload)),
    });
  }

  private async track(work: Promise<void>): Promise<void> {
    this.working.add(work);
    await work.finally(() => this.working.delete(work));
  }

  /** Never throws: kafkajs would stop for good on some errors and skip ahead on none. */
  private async take({
    batch,
    resolveOffset,
    heartbeat,
    isRunning,
    isStale,
  }: EachBatchPayload): Promise<void> {
    let lost = false;
    const patience = {
      // A refused heartbeat says that the partition has another owner; kafkajs joins anew once this batch is left.
      heartbeat: () =>
        heartbeat().catch(() => {
          lost = true;
        }),
      over: () => lost || this.stopped || !isRunning() || isStale(),
    };
    const pulse = setInterval(() => void patience.heartbeat(), heartbeatEveryMs);
    const partition = `${batch.topic}/${batch.partition}`;
    this.progress.begins(partition, publishedAt(batch.messages[0]));
    try {
      for (let from = 0; from < batch.messages.length && !patience.over(); from += mostTogether) {
        const messages = batch.messages.slice(from, from + mostTogether);
        const last = messages.at(-1)?.offset ?? batch.lastOffset();
        const events = messages.map((message) => toReceived(batch, message, this.options.prefix));
        if (mutated('offset-before-commit')) await this.offsets.now(batch, last);
        if (!(await this.deliverer.deliver(events, patience))) return;
        resolveOffset(last);
        this.offsets.soon(batch, last);
        this.progress.comes(partition, publishedAt(messages.at(-1)));
        await patience.heartbeat();
        if (last === batch.lastOffset() && batch.offsetLag() === '0') this.progress.ends(partition);
      }
    } catch (error) {
      logger.error(describeError(error), 'a batch could not be finished and will be read again');
      await sleep(500);
    } finally {
      clearInterval(pulse);
      // The new owner should not have to read again, but it must not wait for us either.
      if (lost) await Promise.race([this.offsets.flush(), sleep(300)]);
    }
  }
}

const publishedAt = (message: KafkaMessage | undefined): number => Number(message?.timestamp ?? Date.now());
