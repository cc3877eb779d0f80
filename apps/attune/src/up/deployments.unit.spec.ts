import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse, parseAllDocuments } from 'yaml';
import { serviceEnvironment, serviceNames } from './services.ts';

const read = (path: string) => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');

const anyPassword = new Proxy({}, { get: () => 'x' });
const settings = {
  ...{ repository: '/r', home: '/h', port: 8080, publicUrl: 'http://localhost:8080' },
  ...{ databaseUrl: undefined, kafkaBrokers: undefined, catchesMail: true },
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
const chaosOnly = ['ATTUNE_CHAOS', 'ATTUNE_MUTATION'];
const collector = 'OTEL_EXPORTER_OTLP_ENDPOINT';

const deployed = serviceNames.filter((name) => name !== 'identity');

/** What `npm start` tells a service, as far as it goes for any other place. */
function toldHere(name: (typeof deployed)[number]): string[] {
  const left = [...ofThisMachine, ...ofIdentity, ...chaosOnly, collector];
  const here = Object.keys(serviceEnvironment(name, settings, secrets, servers));
  return here.filter((key) => !left.includes(key)).sort();
}
const without = (keys: readonly string[]) => keys.filter((key) => key !== collector).sort();

describe('docker-compose.yml', () => {
  const { services } = parse(read('docker-compose.yml'), { merge: true }) as {
    services: Record<string, { environment?: Record<string, string> }>;
  };

  test.each(deployed)('tells %s all that it is told here, and nothing that it does not know', (name) => {
    expect(without(Object.keys(services[name]?.environment ?? {}))).toEqual(toldHere(name));
  });
});

interface Resource {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data?: Record<string, string>;
  readonly spec?: {
    readonly selector?: { readonly matchLabels?: object };
    readonly ports?: readonly { readonly port: number; readonly targetPort: string }[];
    readonly template: {
      readonly metadata: { readonly labels: object };
      readonly spec: { readonly containers: readonly Container[] };
    };
  };
}
interface Container {
  readonly image: string;
  readonly env: readonly { readonly name: string; readonly value?: string }[];
  readonly ports: readonly { readonly name: string; readonly containerPort: number }[];
  readonly [field: string]: unknown;
}

describe('deploy/kubernetes', () => {
  const { resources } = parse(read('deploy/kubernetes/kustomization.yaml')) as { resources: string[] };
  const all = resources.flatMap((file) =>
    parseAllDocuments(read(`deploy/kubernetes/${file}`)).map((document) => document.toJS() as Resource),
  );
  const find = (kind: string, name: string) =>
    all.find((each) => each.kind === kind && each.metadata.name === name);
  const containerOf = (name: string) => find('Deployment', name)?.spec?.template.spec.containers[0];

  test.each(deployed)('tells %s all that it is told here, and nothing that it does not know', (name) => {
    const shared = Object.keys(find('ConfigMap', 'attune')?.data ?? {});
    const own = containerOf(name)?.env.map((each) => each.name) ?? [];
    expect(without([...shared, ...own])).toEqual(toldHere(name));
  });

  test.each(deployed)('keeps the secrets of %s out of the files', (name) => {
    const secret = /PASSWORD|SECRET|DATABASE/;
    const plain = containerOf(name)?.env.filter((each) => secret.test(each.name) && each.value !== undefined);
    expect(plain).toEqual([]);
  });

  test.each(deployed)('asks %s how it is, gives it room, and finds it where the others look', (name) => {
    const { spec } = find('Deployment', name) ?? {};
    expect(spec?.selector?.matchLabels).toEqual(spec?.template.metadata.labels);
    expect(containerOf(name)).toMatchObject({
      image: `attune/${name}`,
      livenessProbe: { httpGet: { path: '/health/live', port: 'http' } },
      readinessProbe: { httpGet: { port: 'http' } },
      resources: { requests: { memory: expect.any(String) }, limits: { memory: expect.any(String) } },
    });
    expect(containerOf(name)?.ports[0]).toEqual({ name: 'http', containerPort: 8080 });
    expect(find('Service', name)?.spec?.ports?.[0]?.targetPort).toBe('http');
    const address = containerOf('gateway')?.env.find((each) => each.name === `${name.toUpperCase()}_URL`);
    if (name !== 'gateway')
      expect(address?.value).toBe(`http://${name}:${find('Service', name)?.spec?.ports?.[0]?.port}`);
  });
});
