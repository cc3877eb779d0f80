import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Browser } from './browser.ts';
import { startUpstream, type Upstream } from './upstream.ts';

const serviceNames = [
  'scheduling',
  'questionnaires',
  'scoring',
  'alerting',
  'notifications',
  'caseload',
] as const;

export const sessionSecret = 'a session secret for tests, long enough';

export interface Stack {
  readonly origin: string;
  readonly identityUrl: string;
  /** Where those who run the gateway ask it. */
  readonly internalUrl: string;
  readonly services: Record<(typeof serviceNames)[number], Upstream>;
  /** What the gateway wrote to its log. */
  readonly log: () => string;
  browser(): Browser;
  /** A token as the command line gets it. */
  token(username: string): Promise<string>;
  restart(part: 'gateway' | 'identity'): Promise<void>;
  stop(): Promise<void>;
}

/** People of the stack, by username. */
export const people = Object.fromEntries(
  (
    [
      ['therapist', 'Dr. Miriam Okafor', 'therapist'],
      ['jonas', 'Jonas Weber', 'therapist'],
      ['operations', 'Nadia Berger', 'operations'],
      ['integrator', 'Data Warehouse', 'integrator'],
      ['admin', 'Iris Vogel', 'admin'],
    ] as const
  ).map(([username, name, role], i) => [
    username,
    {
      personId: `00000000-0000-4000-8000-00000000000${String(i)}`,
      username,
      name,
      roles: [role],
      zone: 'Europe/Berlin',
    },
  ]),
);

/** The gateway and the demo provider as processes of their own, in front of mirrors instead of services. */
export async function startStack(env: Readonly<Record<string, string>> = {}): Promise<Stack> {
  const folder = mkdtempSync(join(tmpdir(), 'attune-gateway-'));
  // Before ports are looked for: a mirror could be given one of them in the meantime, and answer in its place.
  const mirrors = await Promise.all(serviceNames.map(async (name) => [name, await startUpstream()] as const));
  const [gatewayPort, identityPort, internalPort] = [await freePort(), await freePort(), await freePort()];
  const origin = `http://localhost:${String(gatewayPort)}`;
  const identityUrl = `http://127.0.0.1:${String(identityPort)}`;
  writeFileSync(join(folder, 'people.json'), JSON.stringify(Object.values(people)));
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const shared = {
    ...process.env,
    NODE_OPTIONS: '',
    HOST: '127.0.0.1',
    PUBLIC_URL: origin,
    OIDC_ISSUER: `${origin}/identity`,
    OIDC_CLIENT_SECRET: 'a client secret for tests',
    WEB_ROOT: join(folder, 'web'),
    CHECK_IN_ROOT: join(folder, 'check-in'),
    ...env,
  };
  const settings = {
    identity: {
      ...shared,
      PORT: String(identityPort),
      IDENTITY_SIGNING_KEY: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
      IDENTITY_COOKIE_SECRET: 'a cookie secret for tests',
      IDENTITY_STATE_FILE: join(folder, 'identity.json'),
      DEMO_PEOPLE_FILE: join(folder, 'people.json'),
    },
    gateway: {
      ...shared,
      ...Object.fromEntries(mirrors.map(([name, { url }]) => [`${name.toUpperCase()}_URL`, url])),
      PORT: String(gatewayPort),
      INTERNAL_PORT: String(internalPort),
      IDENTITY_URL: identityUrl,
      OIDC_INTERNAL_URL: identityUrl,
      OIDC_JWKS_URL: `${identityUrl}/jwks`,
      SESSION_SECRET: sessionSecret,
    },
  };
  const addresses = { identity: `${identityUrl}/health/live`, gateway: `${origin}/health/live` };
  const run = (part: 'gateway' | 'identity') => startPart(part, settings[part], addresses[part]);
  const identity = await run('identity');
  // What has started would keep the test run from ending.
  const gateway = await run('gateway').catch(async (error: unknown) => {
    await identity.stop();
    throw error;
  });
  const parts = { identity, gateway };
  return {
    origin,
    identityUrl,
    internalUrl: `http://127.0.0.1:${String(internalPort)}`,
    services: Object.fromEntries(mirrors) as Stack['services'],
    log: () => parts.gateway.log(),
    browser: () => new Browser(origin),
    token: (username) => demoToken(identityUrl, username),
    async restart(part) {
      await parts[part].stop();
      parts[part] = await run(part);
    },
    async stop() {
      await Promise.all([
        parts.gateway.stop(),
        parts.identity.stop(),
        ...mirrors.map(([, mirror]) => mirror.stop()),
      ]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Far more than it takes: the machine may be busy with other suites. */
const startWithinMs = 60_000;

async function startPart(part: string, env: NodeJS.ProcessEnv, address: string) {
  const loader = join(process.cwd(), '.config/source-loader.mjs');
  const child = spawn(process.execPath, ['--import', loader, `apps/${part}/src/main.ts`], { env });
  let log = '';
  child.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const deadline = Date.now() + startWithinMs;
  while (!(await answers(address))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`${part} did not start:\n${log}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  // Somebody else may have answered at a port that was free a moment ago.
  if (child.exitCode !== null) throw new Error(`${part} did not start:\n${log}`);
  return { log: () => log, stop: () => stopped(child) };
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(impatience);
}

async function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    (response) => response.ok,
    () => false,
  );
}

async function demoToken(identityUrl: string, username: string): Promise<string> {
  const response = await fetch(`${identityUrl}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'urn:attune:grant-type:demo-person',
      client_id: 'attune-cli',
      username,
      password: 'attune',
    }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
