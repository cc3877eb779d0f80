import { requirePort } from '@attune/local';
import { portOf, type Settings } from '../settings.ts';
import type { ServiceName } from './services.ts';

const servers = {
  postgres: 'PostgreSQL',
  kafka: 'Kafka',
  kafkaController: "Kafka's controller",
  smtp: 'the mail catcher',
  mail: "the mail catcher's page",
  gatewayInternal: "the gateway's metrics",
} as const;

/** Looks at every port before anything is started: a taken one is told at once. */
export async function requirePorts(settings: Settings, services: readonly ServiceName[]): Promise<void> {
  const needed = (Object.keys(servers) as (keyof typeof servers)[]).filter((part) => {
    if (part === 'postgres') return settings.databaseUrl === undefined;
    if (part === 'kafka' || part === 'kafkaController') return settings.kafkaBrokers === undefined;
    return part !== 'gatewayInternal' || services.includes('gateway');
  });
  for (const service of services) await requirePort(portOf(settings, service), service);
  for (const part of needed) await requirePort(portOf(settings, part), servers[part]);
}
