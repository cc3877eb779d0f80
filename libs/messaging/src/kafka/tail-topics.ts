import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Consumer, EachBatchPayload } from 'kafkajs';
import { headers as names } from '@attune/contracts';
import { describeError, logger, type ServiceConfig } from '@attune/platform';
import { connectKafka } from './connect-kafka.ts';
import type { ReceivedEvent } from '../inbox/received-event.ts';
import { toReceived } from './to-received.ts';

const restMs = 200;

export interface TailedEvent {
  readonly topic: string;
  readonly type: string;
  readonly sequence: number;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface TailOptions {
  readonly config: ServiceConfig;
  readonly service: string;
  readonly topics: readonly string[];
  /** Besides them, topics that are read whole: from their beginning, and again whenever the reader joins anew. */
  readonly fromBeginning?: readonly string[];
  /** Of these, the topics that nobody waits for: they are read a few times a second, however busy they are. */
  readonly unhurried?: readonly string[];
  readonly onEvent: (event: TailedEvent) => void;
  /** The reader has (re)joined: what was published while it was not there has passed it by. */
  readonly onMissed: () => void;
}

/**
 * Reads topics from now on (or whole), each process for itself, without an inbox: for telling pages that something is new. What
 * is published while the process is away is not told again.
 * @returns how to stop it
 */
export function tailTopics(options: TailOptions): () => Promise<void> {
  const tail = new Tail(options);
  void tail.start();
  return () => tail.stop();
}

class Tail {
  private readonly prefix: string;
  private readonly consumer: Consumer;
  private stopped = false;
  private joined = false;

  constructor(private readonly options: TailOptions) {
    const { config, service, onMissed } = options;
    this.prefix = config.TOPIC_PREFIX;
    this.consumer = connectKafka(service, config).consumer({
      // Of this process alone. The broker forgets a group that has no members and no offsets.
      groupId: `${this.prefix}${service}.${randomUUID()}`,
      sessionTimeout: 6_000,
      heartbeatInterval: 1_500,
      maxWaitTimeInMs: 500,
      retry: {
        initialRetryTime: 100,
        maxRetryTime: 2_000,
        retries: 8,
        restartOnFailure: () => Promise.resolve(!this.stopped),
      },
    });
    const { events } = this.consumer;
    this.consumer.on(events.GROUP_JOIN, () => {
      this.joined = true;
    });
    // Where the end of a topic is gets looked up by the first fetch after joining: only what comes later is told.
    this.consumer.on(events.FETCH, () => {
      if (this.joined) this.guard(onMissed);
      this.joined = false;
    });
    this.consumer.on(events.CRASH, ({ payload }) => {
      if (payload.restart || this.stopped) return;
      logger.error(describeError(payload.error), 'live notices have stopped and begin anew');
      void this.start();
    });
  }

  async start(): Promise<void> {
    for (let pause = 200; !this.stopped; pause = Math.min(pause * 2, 3_000)) {
      try {
        await this.consumer.connect();
        const { topics, fromBeginning: whole = [] } = this.options;
        const named = (given: readonly string[]) => given.map((topic) => this.prefix + topic);
        await this.consumer.subscribe({ topics: named(topics), fromBeginning: false });
        if (whole.length > 0) await this.consumer.subscribe({ topics: named(whole), fromBeginning: true });
        await this.consumer.run({
          autoCommit: false,
          eachBatch: (payload) => Promise.resolve(this.take(payload)),
        });
        return;
      } catch (error) {
        logger.warn(describeError(error), 'the broker cannot be reached: no live notices for now');
        await this.consumer.disconnect().catch(() => undefined);
        await sleep(pause);
      }
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.race([
      this.consumer.disconnect().catch(() => undefined),
      sleep(3_000, undefined, { ref: false }),
    ]);
  }

  private take({ batch, isRunning, isStale }: EachBatchPayload): void {
    for (const message of batch.messages) {
      if (!isRunning() || isStale()) return;
      this.tell(toReceived(batch, message, this.prefix));
    }
    this.rest(batch.topic);
  }

  /** Leaves an unhurried topic out of the next fetches; kafkajs fetches again only when every batch is done. */
  private rest(topic: string): void {
    if (!this.options.unhurried?.includes(topic.slice(this.prefix.length))) return;
    // A consumer that crashed in between has no group to pause or resume, and begins anew with nothing paused.
    this.guard(() => this.consumer.pause([{ topic }]));
    setTimeout(() => {
      this.guard(() => this.consumer.resume([{ topic }]));
    }, restMs).unref();
  }

  private tell({ topic, headers, value, sequence, malformed }: ReceivedEvent): void {
    const data = toData(value);
    if (malformed !== null || !data) return;
    const type = headers[names.type] ?? '';
    this.guard(() => {
      this.options.onEvent({ topic, type, sequence: Number(sequence), data });
    });
  }

  /** Never throws: on some errors kafkajs would stop for good. */
  private guard(work: () => void): void {
    try {
      work();
    } catch (error) {
      logger.error(describeError(error), 'a live notice could not be told');
    }
  }
}

function toData(value: string | null): Record<string, unknown> | null {
  try {
    const data: unknown = JSON.parse(value ?? '');
    return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
