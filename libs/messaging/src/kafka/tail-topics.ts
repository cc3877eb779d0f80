import { randomUUID } from 'node:crypto';
import { headers as names } from '@attune/contracts';
import { describeError, logger, type ServiceConfig } from '@attune/platform';
import { connectKafka } from './connect-kafka.ts';
import { toReceived } from './to-received.ts';

export interface TailedEvent {
  readonly type: string;
  readonly sequence: number;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface TailOptions {
  readonly config: ServiceConfig;
  readonly service: string;
  readonly topics: readonly string[];
  readonly onEvent: (event: TailedEvent) => void;
  /** The reader has (re)joined: what was published while it was not there has passed it by. */
  readonly onMissed: () => void;
}

/**
 * Reads topics from now on, each process for itself, without an inbox: for telling pages that something is new. What
 * is published while the process is away is not told again.
 * @returns how to stop it
 */
export function tailTopics({ config, service, topics, onEvent, onMissed }: TailOptions): () => Promise<void> {
  const prefix = config.TOPIC_PREFIX;
  const groupId = `${prefix}${service}.${randomUUID()}`;
  const kafka = connectKafka(service, config);
  const consumer = kafka.consumer({
    groupId,
    sessionTimeout: 6_000,
    heartbeatInterval: 1_500,
    maxWaitTimeInMs: 1_000,
    retry: {
      initialRetryTime: 100,
      maxRetryTime: 2_000,
      retries: 8,
      restartOnFailure: () => Promise.resolve(true),
    },
  });
  let stopped = false;
  consumer.on(consumer.events.GROUP_JOIN, onMissed);

  const start = async () => {
    for (let pause = 200; !stopped; pause = Math.min(pause * 2, 3_000)) {
      try {
        await consumer.connect();
        await consumer.subscribe({ topics: topics.map((topic) => prefix + topic), fromBeginning: false });
        await consumer.run({
          eachMessage: ({ topic, partition, message }) => {
            const { headers, value, sequence } = toReceived({ topic, partition }, message, prefix);
            const data = toData(value);
            if (data) onEvent({ type: headers[names.type] ?? '', sequence: Number(sequence), data });
            return Promise.resolve();
          },
        });
        return;
      } catch (error) {
        logger.warn(describeError(error), 'the broker cannot be reached: no live notices for now');
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  };
  const started = start();
  return async () => {
    stopped = true;
    await Promise.race([started, new Promise((resolve) => setTimeout(resolve, 1_000))]);
    await consumer.disconnect().catch(() => undefined);
    const admin = kafka.admin();
    await admin
      .connect()
      .then(() => admin.deleteGroups([groupId]))
      .catch(() => undefined);
    await admin.disconnect().catch(() => undefined);
  };
}

function toData(value: string | null): Record<string, unknown> | null {
  try {
    const data: unknown = JSON.parse(value ?? '');
    return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
