import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { brokerProperties, databaseServices, demoStaff, principals, roleName } from '@attune/local';
import { parse } from 'yaml';
import { realm } from './keycloak/realm.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

interface Service {
  readonly image?: string;
  readonly build?: { dockerfile: string; args: { SERVICE: string } };
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { condition: string }>>;
}
const { services } = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Readonly<Record<string, Service>>;
};
const environmentOf = (name: string) => services[name]?.environment ?? {};

describe('docker-compose.yml', () => {
  it('has every service, each from the one Dockerfile, after the servers are prepared', () => {
    for (const name of [...databaseServices, 'gateway']) {
      expect(services[name]?.build).toMatchObject({
        dockerfile: 'deploy/Dockerfile',
        args: { SERVICE: name },
      });
      expect(services[name]?.depends_on?.provision).toEqual({ condition: 'service_completed_successfully' });
    }
  });

  it.each(databaseServices)('gives %s its own three database roles and its own Kafka user', (name) => {
    for (const role of ['owner', 'api', 'worker'] as const) {
      const url = environmentOf(name)[`DATABASE_${role.toUpperCase()}_URL`] ?? '';
      expect(url).toContain(`postgres://${roleName(name, role)}:`);
      expect(url).toContain('@postgres:5432/attune');
    }
    expect(principals.map((principal) => principal.name)).toContain(environmentOf(name).KAFKA_USERNAME);
    expect(environmentOf(name).KAFKA_USERNAME).toBe(name);
  });

  it('tells the gateway where each service is, and all of them the same provider', () => {
    for (const name of databaseServices) {
      expect(environmentOf('gateway')[`${name.toUpperCase()}_URL`]).toBe(`http://${name}:8080`);
      for (const key of ['OIDC_ISSUER', 'OIDC_AUDIENCE', 'OIDC_JWKS_URL'])
        expect(environmentOf(name)[key]).toBe(environmentOf('gateway')[key]);
    }
    for (const shared of ['OIDC_CLIENT_SECRET', 'PUBLIC_URL'])
      expect(environmentOf('keycloak')[shared]).toBe(environmentOf('gateway')[shared]);
  });

  it('points at no folder that is not there', () => {
    for (const path of [
      'deploy/Dockerfile',
      'deploy/observability/collector.yaml',
      'deploy/compose/kafka/start.sh',
    ])
      expect(read(path).length).toBeGreaterThan(0);
  });
});

it('takes its secrets from the environment, and the example names each of them', () => {
  const names = (text: string, pattern: RegExp) =>
    [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();
  const example = read('deploy/compose/.env.example');
  const compose = read('docker-compose.yml');
  expect(names(example, /^(\w+)=./gm)).toEqual(names(compose, /\$\{(\w+)/g));
  // Whoever has not chosen is told so, rather than run with what everybody knows.
  const secrets = Object.values(services).flatMap(({ environment = {} }) =>
    Object.entries(environment).filter(([name]) => /PASSWORD|SECRET/.test(name)),
  );
  expect(secrets.length).toBeGreaterThan(10);
  expect(secrets.filter(([, value]) => !/^\$\{\w+:\?[^}]+\}$/.test(value))).toEqual([]);
});

it('Keycloak knows the demo people (see write-realm.ts)', () => {
  expect(JSON.parse(read('deploy/compose/keycloak/attune-realm.json'))).toEqual(realm(demoStaff));
});

it("Kafka's settings are those of the embedded broker, but for places", () => {
  const settingsOf = (text: string) =>
    new Map(
      text
        .split('\n')
        .filter((line) => /^[a-z][\w.-]*=/.test(line))
        .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    );
  const embedded = settingsOf(
    brokerProperties({
      ...{ dataDir: '$data', port: 1, controllerPort: 2, superUsers: ['attune-admin'] },
      broker: { username: 'attune-broker', password: '$BROKER_PASSWORD' },
    }),
  );
  const script = read('deploy/compose/kafka/start.sh').split('PROPERTIES\n')[1] ?? '';
  const composed = settingsOf(script);
  expect([...composed.keys()].sort()).toEqual([...embedded.keys()].sort());
  const places = /^(listeners|advertised\.listeners|controller\.quorum\.voters|.*jaas\.config)$/;
  for (const [name, value] of embedded) {
    if (!places.test(name)) expect([name, composed.get(name)]).toEqual([name, value]);
  }
});

it('the collector asks every service for its metrics', () => {
  const { receivers } = parse(read('deploy/observability/collector.yaml')) as {
    receivers: { prometheus: { config: { scrape_configs: { static_configs: { targets: string[] }[] }[] } } };
  };
  const targets = receivers.prometheus.config.scrape_configs[0]?.static_configs[0]?.targets;
  const gateway = `gateway:${environmentOf('gateway').INTERNAL_PORT}`;
  expect(targets).toEqual([...databaseServices.map((name) => `${name}:8080`), gateway]);
});
