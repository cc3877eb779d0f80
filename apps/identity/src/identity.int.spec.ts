import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { readIdentityConfig } from './identity.config.ts';
import { createIdentityServer } from './identity.server.ts';
import { DemoPeople } from './people/demo-people.ts';

const person = {
  personId: '00000000-0000-4000-8000-000000000001',
  username: 'therapist',
  name: 'Dr. Miriam <Okafor>',
  roles: ['therapist' as const],
  zone: 'Europe/Berlin',
  language: 'en',
};
const folder = mkdtempSync(join(tmpdir(), 'attune-identity-'));
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const issuer = 'http://platform.test/identity';
const env = {
  OIDC_ISSUER: issuer,
  PUBLIC_URL: 'http://platform.test',
  OIDC_CLIENT_SECRET: 'a client secret for tests',
  IDENTITY_COOKIE_SECRET: 'a cookie secret for tests',
  IDENTITY_SIGNING_KEY: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  IDENTITY_STATE_FILE: join(folder, 'state.json'),
  DEMO_PEOPLE_FILE: 'unused',
};
let server: Server;
let url: string;

beforeAll(async () => {
  server = createIdentityServer(readIdentityConfig(env), new DemoPeople([person]), () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

const token = (form: Record<string, string>) =>
  fetch(`${url}/token`, { method: 'POST', body: new URLSearchParams(form) });
const demo = {
  grant_type: 'urn:attune:grant-type:demo-person',
  client_id: 'attune-cli',
  username: 'therapist',
  password: 'attune',
};
const authorize = (parameters: Record<string, string>) =>
  fetch(
    `${url}/auth?${new URLSearchParams({
      client_id: 'attune-web',
      response_type: 'code',
      scope: 'openid profile',
      redirect_uri: 'http://platform.test/auth/callback',
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
      ...parameters,
    }).toString()}`,
    { redirect: 'manual' },
  );

describe('a token for the command line', () => {
  it('is a verifiable access token of the person', async () => {
    const { access_token } = (await (await token(demo)).json()) as { access_token: string };
    const { payload } = await jwtVerify(access_token, createRemoteJWKSet(new URL(`${url}/jwks`)), {
      issuer,
      audience: 'attune-api',
      algorithms: ['RS256'],
      typ: 'at+jwt',
    });
    expect(payload).toMatchObject({ sub: person.personId, person: person.personId, roles: ['therapist'] });
  });

  it.each([
    ['a wrong password', { password: 'guess' }],
    ['an unknown person', { username: 'nobody' }],
    ['no password', { password: '' }],
  ])('is refused for %s', async (_what, wrong) => {
    const answer = await token({ ...demo, ...wrong });
    expect([answer.status, await answer.json()]).toMatchObject([400, { error: 'invalid_grant' }]);
  });

  it('is refused to the web client', async () => {
    const answer = await token({ ...demo, client_id: 'attune-web', client_secret: env.OIDC_CLIENT_SECRET });
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });
});

describe('authorization', () => {
  it('is refused without PKCE', async () => {
    const answer = await authorize({ code_challenge: '', code_challenge_method: '' });
    expect(answer.headers.get('location')).toContain('error=invalid_request');
  });

  it('never leads to an address that is not registered', async () => {
    const answer = await authorize({ redirect_uri: 'https://evil.test/' });
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
    expect(await answer.text()).toContain('Sign-in could not be completed');
  });

  it('shows a page that runs no script, is never framed, and escapes names', async () => {
    const begun = await authorize({});
    const cookie = begun.headers
      .getSetCookie()
      .map((header) => header.split(';')[0])
      .join('; ');
    const page = await fetch(new URL(begun.headers.get('location') ?? '', url), { headers: { cookie } });
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src|unsafe/);
    const text = await page.text();
    expect(text).toContain('Dr. Miriam &#60;Okafor&#62;');
    expect(text).not.toContain('<script');
  });

  it('cannot go on in another browser', async () => {
    const begun = await authorize({});
    const page = await fetch(new URL(begun.headers.get('location') ?? '', url));
    expect(page.status).toBe(400);
  });
});

it('names its public address, whatever address it was asked by', async () => {
  const answers = await Promise.all(
    ['', '/identity'].map(async (mount) => {
      const answer = await fetch(`${url}${mount}/.well-known/openid-configuration`, {
        headers: { 'x-forwarded-host': 'evil.test' },
      });
      return (await answer.json()) as Record<string, string>;
    }),
  );
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]).toMatchObject({
    issuer,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    end_session_endpoint: `${issuer}/session/end`,
    code_challenge_methods_supported: ['S256'],
    response_types_supported: ['code'],
  });
});

describe('starting', () => {
  it('is refused in production, unless a demonstration is asked for', () => {
    const production = { ...env, NODE_ENV: 'production' };
    expect(() => readIdentityConfig(production)).toThrow('demonstration only');
    expect(() => readIdentityConfig({ ...production, ATTUNE_ALLOW_DEMO_IDENTITY: 'true' })).not.toThrow();
  });

  it('names what is not set', () => {
    expect(() => readIdentityConfig({ ...env, IDENTITY_SIGNING_KEY: '' })).toThrow('IDENTITY_SIGNING_KEY');
  });
});
