import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { brokerProperties, databaseServices, demoStaff, principals, roleName } from '@attune/local';
import { parse } from 'yaml';
import { clientSecret, realm } from './keycloak/realm.ts';

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
    expect(environmentOf('gateway').OIDC_CLIENT_SECRET).toContain(clientSecret);
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
  const targets = databaseServices.map((name) => `${name}:8080`).join(', ');
  expect(read('deploy/observability/collector.yaml')).toContain(`targets: [${targets}]`);
});
