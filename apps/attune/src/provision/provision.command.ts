import type { Command } from 'commander';
import { provision } from './provision.ts';

export function addProvision(program: Command): void {
  program
    .command('provision')
    .description('prepare existing servers once: roles, schemas, Kafka users, topics and access rules')
    .addHelpText(
      'after',
      `
From the environment, as administrator of both servers:
  DATABASE_URL                    a role that may create roles and databases
  KAFKA_BROKERS, KAFKA_USERNAME, KAFKA_PASSWORD, KAFKA_SSL
  SERVICE_PASSWORD                for all database roles and Kafka users, or one by one:
  <NAME>_PASSWORD                 such as SCORING_WORKER_PASSWORD (role) or SCORING_PASSWORD (Kafka user)`,
    )
    .action(() => provision(process.env));
}
