export { startChild, type Child, type Ending } from './machine/child.ts';
export { asDiskProblem, requireRoom } from './machine/disk.ts';
export { LocalError } from './machine/local-error.ts';
export { lastLines } from './machine/log-tail.ts';
export { freePort, portAnswers, portIsFree, requirePort, until } from './machine/ports.ts';
export { endProcess, identify, isAlive, type ProcessIdentity } from './machine/process-identity.ts';
export { type CaughtMail } from './mail/caught-mail.ts';
export { startMailCatcher, type MailCatcher } from './mail/mail-catcher.ts';
export { startPostgres, type Postgres, type PostgresOptions } from './postgres/start-postgres.ts';
export { type Credentials } from './kafka/broker-properties.ts';
export { connectAdmin, kafkaConfig, type Broker } from './kafka/connect-admin.ts';
export { upsertScramUsers } from './kafka/scram-users.ts';
export { brokerProperties } from './kafka/broker-properties.ts';
export { kafkaJars } from './kafka/jars.ts';
export { startKafka, type Kafka, type KafkaOptions } from './kafka/start-kafka.ts';
export { provisionAcls } from './provision/provision-acls.ts';
export {
  inDatabase,
  provisionDatabase,
  roleName,
  roleUrl,
  withClient,
  type DatabasePlan,
  type DatabaseRole,
} from './provision/provision-database.ts';
export { provisionTopics } from './provision/provision-topics.ts';
export * from './topology.ts';
export * from './demo-people.ts';
