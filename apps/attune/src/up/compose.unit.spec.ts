import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { serviceEnvironment, serviceNames } from './services.ts';

const file = new URL('../../../../docker-compose.yml', import.meta.url);
const compose = parse(readFileSync(file, 'utf8'), { merge: true }) as {
  services: Record<string, { environment?: Record<string, string> }>;
};

const anyPassword = new Proxy({}, { get: () => 'x' });
const settings = {
  ...{ repository: '/r', home: '/h', port: 8080, publicUrl: 'http://localhost:8080' },
  ...{ databaseUrl: undefined, kafkaBrokers: undefined },
};
const secrets = {
  passwords: anyPassword,
  ...{ sessionSecret: 'x', clientSecret: 'x', identityCookieSecret: 'x', identitySigningKey: 'x' },
};
const servers = {
  ...{ databaseUrl: 'postgres://x@y/z', database: 'z' },
  brokerFor: () => ({ brokers: 'x', username: 'x', password: 'x' }),
};

// The clock is steered in development only, and what the shell has is not the container's.
const ofThisMachine = ['CLOCK_FILE', 'PATH', 'HOME', 'LANG', 'TZ', 'LOG_LEVEL', 'NODE_EXTRA_CA_CERTS'];
// Keycloak stands in the place of the demo provider, under an origin of its own.
const ofIdentity = ['IDENTITY_URL'];

test.each(serviceNames.filter((name) => name !== 'identity'))(
  'in a container %s is told all that it is told here, and nothing that it does not know',
  (name) => {
    const here = Object.keys(serviceEnvironment(name, settings, secrets, servers));
    const expected = here.filter((key) => ![...ofThisMachine, ...ofIdentity].includes(key));
    const there = Object.keys(compose.services[name]?.environment ?? {});
    expect(there.filter((key) => key !== 'OTEL_EXPORTER_OTLP_ENDPOINT').sort()).toEqual(
      expected.filter((key) => key !== 'OTEL_EXPORTER_OTLP_ENDPOINT').sort(),
    );
  },
);
