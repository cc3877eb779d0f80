import { logger, type ServiceConfig } from '@attune/platform';
import kafkajs, { type Kafka, type KafkaConfig, type logCreator } from 'kafkajs';
import './idle-patch.ts';

type Broker = Pick<ServiceConfig, 'KAFKA_BROKERS' | 'KAFKA_USERNAME' | 'KAFKA_PASSWORD' | 'KAFKA_SSL'>;

/**
 * The client of one process, by the service's own principal.
 * @param retries of a connection that is refused, about a second apart, before whoever uses it hears of it
 */
export function connectKafka(clientId: string, config: Broker, { retries = 8 } = {}): Kafka {
  return new kafkajs.Kafka({
    clientId,
    brokers: config.KAFKA_BROKERS.split(','),
    ssl: config.KAFKA_SSL,
    ...sasl(config),
    connectionTimeout: 3_000,
    requestTimeout: 15_000,
    retry: { initialRetryTime: 50, maxRetryTime: 1_000, retries },
    logLevel: kafkajs.logLevel.WARN,
    logCreator: toLogger,
  });
}

function sasl({ KAFKA_USERNAME: username, KAFKA_PASSWORD: password }: Broker): Pick<KafkaConfig, 'sasl'> {
  if (username === undefined || password === undefined) return {};
  return { sasl: { mechanism: 'scram-sha-512', username, password } };
}

/** kafkajs tells what it retries by itself as errors; what it gives up on reaches us as an exception. */
const toLogger: logCreator = () => {
  return ({ namespace, log }) => {
    logger.debug(
      { kafka: namespace, error: typeof log.error === 'string' ? log.error : undefined },
      log.message,
    );
  };
};
