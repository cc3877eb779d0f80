import { join } from 'node:path';
import { databaseServices, roleName, roleUrl } from '@attune/local';
import { portOf, urlOf, type Settings } from '../settings.ts';
import { passwordOf, type Secrets } from './secrets.ts';
import type { Servers } from './servers.ts';

export const serviceNames = [...databaseServices, 'identity', 'gateway'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** The people's sign-ins, as the demo provider reads them. */
export const peopleFile = (settings: Settings) => join(settings.home, 'demo-people.json');

/** What one service finds in its environment. Nothing of ours leaks in that it does not need. */
export function serviceEnvironment(
  name: ServiceName,
  settings: Settings,
  secrets: Secrets,
  servers: Servers,
): NodeJS.ProcessEnv {
  return {
    ...inherited(),
    HOST: '127.0.0.1',
    PORT: String(portOf(settings, name)),
    PUBLIC_URL: settings.publicUrl,
    OIDC_ISSUER: `${settings.publicUrl}/identity`,
    OIDC_AUDIENCE: 'attune-api',
    OIDC_JWKS_URL: `${urlOf(settings, 'identity')}/jwks`,
    CLOCK_FILE: join(settings.home, 'clock.json'),
    ...(name === 'identity' ? identityEnvironment(settings, secrets) : brokerEnvironment(name, servers)),
    ...(name === 'gateway' ? gatewayEnvironment(settings, secrets) : {}),
    ...(isDatabaseService(name) ? databaseEnvironment(name, secrets, servers) : {}),
    ...(name === 'notifications' ? mailEnvironment(settings) : {}),
  };
}

function inherited(): NodeJS.ProcessEnv {
  const passed = [
    'PATH',
    'HOME',
    'LANG',
    'TZ',
    'LOG_LEVEL',
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    'NODE_EXTRA_CA_CERTS',
    // Only a chaos run may switch a guarantee off, to show that it is missed.
    ...(process.env['ATTUNE_CHAOS'] === '1' ? ['ATTUNE_CHAOS', 'ATTUNE_MUTATION'] : []),
  ];
  return Object.fromEntries(passed.flatMap((key) => (process.env[key] ? [[key, process.env[key]]] : [])));
}

const isDatabaseService = (name: string) => (databaseServices as readonly string[]).includes(name);

function databaseEnvironment(name: string, secrets: Secrets, { databaseUrl, database }: Servers) {
  const url = (role: 'owner' | 'api' | 'worker') => {
    const login = roleName(name, role);
    return roleUrl(databaseUrl, database, login, passwordOf(secrets, login));
  };
  return {
    DATABASE_OWNER_URL: url('owner'),
    DATABASE_API_URL: url('api'),
    DATABASE_WORKER_URL: url('worker'),
  };
}

function brokerEnvironment(name: string, servers: Servers): NodeJS.ProcessEnv {
  const { brokers, username, password, ssl } = servers.brokerFor(name);
  return {
    KAFKA_BROKERS: brokers,
    KAFKA_SSL: String(ssl ?? false),
    ...(username && { KAFKA_USERNAME: username, KAFKA_PASSWORD: password }),
  };
}

function identityEnvironment(settings: Settings, secrets: Secrets): NodeJS.ProcessEnv {
  return {
    OIDC_CLIENT_ID: 'attune-web',
    OIDC_CLIENT_SECRET: secrets.clientSecret,
    IDENTITY_SIGNING_KEY: secrets.identitySigningKey,
    IDENTITY_COOKIE_SECRET: secrets.identityCookieSecret,
    IDENTITY_STATE_FILE: join(settings.home, 'identity.json'),
    DEMO_PEOPLE_FILE: peopleFile(settings),
  };
}

/** Mail goes to the catcher unless another server is named. */
function mailEnvironment(settings: Settings): NodeJS.ProcessEnv {
  const own = {
    SMTP_URL: `smtp://127.0.0.1:${portOf(settings, 'smtp')}`,
    MAIL_FROM: 'Attune <check-in@attune.example>',
  };
  const named = ['SMTP_URL', 'MAIL_FROM', 'SMS_WEBHOOK_URL', 'SMS_WEBHOOK_TOKEN'].flatMap((key) =>
    process.env[key] ? [[key, process.env[key]]] : [],
  );
  return { ...own, ...(Object.fromEntries(named) as NodeJS.ProcessEnv) };
}

function gatewayEnvironment(settings: Settings, secrets: Secrets): NodeJS.ProcessEnv {
  const upstream = [...databaseServices, 'identity' as const].map((name) => [
    `${name.toUpperCase()}_URL`,
    urlOf(settings, name),
  ]);
  return {
    ...Object.fromEntries(upstream),
    INTERNAL_PORT: String(portOf(settings, 'gatewayInternal')),
    SESSION_SECRET: secrets.sessionSecret,
    OIDC_CLIENT_ID: 'attune-web',
    OIDC_CLIENT_SECRET: secrets.clientSecret,
    OIDC_INTERNAL_URL: urlOf(settings, 'identity'),
  };
}
