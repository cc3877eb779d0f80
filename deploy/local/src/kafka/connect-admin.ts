import kafkajs, { type Admin, type KafkaConfig } from 'kafkajs';

/** Where a broker is and who asks. Without a user name the broker is taken to want none. */
export interface Broker {
  readonly brokers: string;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  readonly ssl?: boolean | undefined;
}

export function kafkaConfig({ brokers, username, password = '', ssl = false }: Broker): KafkaConfig {
  return {
    clientId: 'attune-local',
    brokers: brokers.split(','),
    ssl,
    ...(username && { sasl: { mechanism: 'scram-sha-512', username, password } }),
    // What goes wrong is thrown; the client's own chatter about retries helps nobody.
    logLevel: kafkajs.logLevel.NOTHING,
    connectionTimeout: 2_000,
  };
}

export async function connectAdmin(broker: Broker, { retries = 8 } = {}): Promise<Admin> {
  const admin = new kafkajs.Kafka({
    ...kafkaConfig(broker),
    retry: { retries, initialRetryTime: 50 },
  }).admin();
  await admin.connect();
  return admin;
}
