export interface Credentials {
  readonly username: string;
  readonly password: string;
}

export interface BrokerOptions {
  readonly dataDir: string;
  readonly port: number;
  readonly controllerPort: number;
  /** Name and password for the broker itself; SCRAM between clients and broker, PLAIN to its controller. */
  readonly broker: Credentials;
  /** Principals that the ACLs do not bind, beside the broker. */
  readonly superUsers: readonly string[];
}

const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** The configuration of a single KRaft node: one process, one disk, SASL for every client, ACLs by principal. */
export function brokerProperties(options: BrokerOptions): string {
  const { username, password } = options.broker;
  const login = `username=${quoted(username)} password=${quoted(password)}`;
  const supers = [username, ...options.superUsers].map((name) => `User:${name}`).join(';');
  const settings: Record<string, string | number | boolean> = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${options.controllerPort}`,
    'log.dirs': `${options.dataDir}/log`,
    listeners: `CLIENT://127.0.0.1:${options.port},CONTROLLER://127.0.0.1:${options.controllerPort}`,
    'advertised.listeners': `CLIENT://127.0.0.1:${options.port}`,
    'listener.security.protocol.map': 'CLIENT:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT',
    'inter.broker.listener.name': 'CLIENT',
    'controller.listener.names': 'CONTROLLER',
    'sasl.enabled.mechanisms': 'SCRAM-SHA-512',
    'sasl.mechanism.inter.broker.protocol': 'SCRAM-SHA-512',
    'sasl.mechanism.controller.protocol': 'PLAIN',
    'listener.name.controller.sasl.enabled.mechanisms': 'PLAIN',
    'listener.name.client.scram-sha-512.sasl.jaas.config': `org.apache.kafka.common.security.scram.ScramLoginModule required ${login};`,
    'listener.name.controller.plain.sasl.jaas.config': `org.apache.kafka.common.security.plain.PlainLoginModule required ${login} user_${username}=${quoted(password)};`,
    'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
    'super.users': supers,
    'auto.create.topics.enable': false,
    'num.partitions': 6,
    // One node: every copy is the only one.
    'default.replication.factor': 1,
    'min.insync.replicas': 1,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 8,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 2,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'share.coordinator.state.topic.num.partitions': 1,
    // A group of one consumer need not wait for others to join.
    'group.initial.rebalance.delay.ms': 0,
    // After kill -9 the broker may register again once its old session is over: 5 s instead of 13.
    'broker.session.timeout.ms': 2_000,
    'broker.heartbeat.interval.ms': 500,
    // Kafka's own usage numbers are read by nobody here.
    'metric.reporters': '',
    // Consumers may choose to be missed sooner than Kafka's lowest of 6 s.
    'group.min.session.timeout.ms': 3_000,
  };
  return `${Object.entries(settings)
    .map(([name, value]) => `${name}=${String(value).replaceAll('\\', '\\\\')}`)
    .join('\n')}\n`;
}
