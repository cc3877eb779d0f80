import { LocalError, type Broker } from '@attune/local';
import { portOf, type Settings } from '../settings.ts';
import { passwordOf, readSecrets } from './secrets.ts';

/** Someone else's broker: its owner decides who may do what, and one login serves all parts. */
export function existingBroker(brokers: string): Broker {
  const { KAFKA_USERNAME: username, KAFKA_PASSWORD: password, KAFKA_SSL: ssl } = process.env;
  return { brokers, username, password, ssl: ssl === 'true' };
}

/** How a command reaches the broker of the platform that runs from this home. */
export async function readBroker(settings: Settings, principal: string): Promise<Broker> {
  if (settings.kafkaBrokers !== undefined) return existingBroker(settings.kafkaBrokers);
  const secrets = await readSecrets(settings.home);
  if (!secrets) throw new LocalError(`There is no Attune in ${settings.home}: start it with npm start.`);
  return {
    brokers: `127.0.0.1:${portOf(settings, 'kafka')}`,
    username: principal,
    password: passwordOf(secrets, principal),
  };
}
