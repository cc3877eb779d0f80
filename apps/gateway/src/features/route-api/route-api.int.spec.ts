import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from '../../test-stack/browser.ts';
import { type Stack, startStack } from '../../test-stack/stack.ts';
import type { SeenRequest } from '../../test-stack/upstream.ts';

let stack: Stack;
let browser: Browser;

beforeAll(async () => {
  stack = await startStack();
  browser = stack.browser();
  await browser.signIn('therapist');
}, 120_000);
afterAll(() => stack.stop());

const lastSeen = (): SeenRequest | undefined => stack.services.scoring.seen.at(-1);
const countSeen = (): number => stack.services.scoring.seen.length;
const post = (headers: Record<string, string>, body = '{}') =>
  fetch(`${stack.origin}/api/scoring/x`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });

describe('a request that is spelled to look like another', () => {
  it.each(['/%61pi/scoring/x', '/%69dentity/sign-in/x', '/api/scoring/%ff', '//api/scoring/x'])(
    'reaches nobody: %s',
    async (path) => {
      const before = countSeen();
      const answer = await fetch(`${stack.origin}${path}`, { method: 'POST', body: '{}' });
      expect([answer.status, countSeen()]).toEqual([400, before]);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    },
  );

  it('reaches nobody with a body that is packed', async () => {
    const before = countSeen();
    const authorization = `Bearer ${await stack.token('operations')}`;
    const answer = await post({ authorization, 'content-encoding': 'gzip' });
    expect([answer.status, countSeen()]).toEqual([415, before]);
  });

  it('is not kept by any cache when it is answered', async () => {
    const authorization = `Bearer ${await stack.token('operations')}`;
    expect((await post({ authorization })).headers.get('cache-control')).toBe('no-store');
  });
});

describe('a request to a service', () => {
  it('arrives at the same path, with its query, method, body and own headers', async () => {
    const headers = { 'if-match': '"3"', 'idempotency-key': 'k1', 'content-type': 'application/json' };
    const body = '{"a":  "ü"}';
    await browser.fetch('/api/scoring/x?y=1&y=2%20', { method: 'PATCH', headers, body });
    expect(lastSeen()).toMatchObject({ method: 'PATCH', url: '/api/scoring/x?y=1&y=2%20', body, headers });
  });

  it('carries no cookie, neither the gateway’s nor the provider’s', async () => {
    await browser.fetch('/api/scoring/x', { headers: { 'x-mark': 'own' } });
    expect(lastSeen()?.headers['x-mark']).toBe('own');
    expect(lastSeen()?.headers).not.toHaveProperty('cookie');
  });

  it('acts as the signed-in person, whatever authorization the page adds', async () => {
    await browser.fetch('/api/scoring/x', { headers: { authorization: 'Bearer smuggled' } });
    expect(lastSeen()?.headers.authorization).toMatch(/^Bearer ey/);
  });

  it('brings a caller’s own token as it is', async () => {
    const authorization = `Bearer ${await stack.token('operations')}`;
    expect((await post({ authorization })).status).toBe(200);
    expect(lastSeen()?.headers.authorization).toBe(authorization);
  });

  it('by a client’s link acts for nobody’s session', async () => {
    const cookie = browser.cookieHeader();
    expect((await post({ cookie, 'attune-link': 'token', authorization: 'Bearer x' })).status).toBe(200);
    expect(lastSeen()?.headers).toMatchObject({ 'attune-link': 'token' });
    expect(lastSeen()?.headers).not.toHaveProperty('authorization');
  });

  it('belongs to the caller’s trace, or begins one', async () => {
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    await browser.fetch('/api/scoring/x', { headers: { traceparent: `00-${trace}-00f067aa0ba902b7-01` } });
    expect(lastSeen()?.headers['traceparent']).toContain(trace);
    await browser.fetch('/api/scoring/x');
    expect(lastSeen()?.headers['traceparent']).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$/);
    expect(lastSeen()?.headers['traceparent']).not.toContain(trace);
  });

  it.each([
    '/api/scoring/../../metrics',
    '/api/scoring/%2e%2e/%2e%2e/metrics',
    '/api/scoring/..%2f..%2fmetrics',
    '/api/scoring/..\\..\\metrics',
  ])('cannot leave the service’s API: %s', async (path) => {
    const before = countSeen();
    await rawGet(path);
    const urls = stack.services.scoring.seen.slice(before).map(({ url }) => url);
    expect(urls.filter((url) => !url.startsWith('/api/scoring/') || url.includes('..'))).toEqual([]);
  });

  it('is refused above 1 MB, whether it says so beforehand or not', async () => {
    const authorization = `Bearer ${await stack.token('operations')}`;
    const before = countSeen();
    const large = await post({ authorization }, 'x'.repeat(1024 * 1024 + 1));
    expect([large.status, ((await large.json()) as { code: string }).code]).toEqual([413, 'body-too-large']);
    const stream = new Blob(['x'.repeat(2 * 1024 * 1024)]).stream();
    const options = {
      method: 'POST',
      body: stream,
      duplex: 'half',
      headers: { authorization },
    } as RequestInit;
    const chunked = await fetch(`${stack.origin}/api/scoring/x`, options).catch(() => undefined);
    expect(chunked?.status ?? 413).toBe(413);
    expect(countSeen()).toBe(before);
  });
});

describe('a change by the sign-in cookie', () => {
  const cookie = (): { cookie: string } => ({ cookie: browser.cookieHeader() });

  it.each<[string, Record<string, string>]>([
    ['from another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.test' }],
    ['from a sibling domain', { 'sec-fetch-site': 'same-site' }],
    ['from an older browser on another site', { origin: 'https://evil.test' }],
    ['that says nothing about where it comes from', {}],
  ])('%s is refused and reaches no service', async (_where, headers) => {
    const before = countSeen();
    const answer = await post({ ...cookie(), ...headers });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ status: 403, code: 'cross-site-request' });
    expect(countSeen()).toBe(before);
  });

  it('from the page itself is let through', async () => {
    expect((await post({ ...cookie(), 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await post({ ...cookie(), origin: stack.origin })).status).toBe(200);
  });

  it('cannot be a sign-out from another site', async () => {
    const answer = await browser.fetch('/auth/sign-out', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(answer.status).toBe(403);
    expect(await (await browser.fetch('/auth/session')).json()).toMatchObject({
      person: { id: expect.any(String) },
    });
  });
});

it('says that a service is away, and finds it again', async () => {
  await stack.services.caseload.stop();
  const answer = await browser.fetch('/api/caseload/clients?search=secret');
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('2');
  expect(await answer.json()).toMatchObject({
    status: 503,
    code: 'service-unavailable',
    instance: '/api/caseload/clients',
  });
  await stack.services.caseload.start();
  expect((await browser.fetch('/api/caseload/clients')).status).toBe(200);
});

it('passes a service’s own refusal on as it is, and no cookie that it sets', async () => {
  const body = { type: 'about:blank', title: 'x', status: 404, code: 'link-unknown', detail: 'y' };
  const headers = { 'content-type': 'application/problem+json', etag: '"7"', 'set-cookie': 'a=b' };
  stack.services.scoring.answers.set('/api/scoring/refused', { status: 404, body, headers });
  const answer = await browser.fetch('/api/scoring/refused');
  expect([answer.status, answer.headers.get('etag'), answer.headers.get('set-cookie')]).toEqual([
    404,
    '"7"',
    null,
  ]);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(await answer.json()).toEqual(body);
});

it('compresses large answers, and leaves small ones alone', async () => {
  stack.services.scoring.answers.set('/api/scoring/small', { body: ['x'] });
  stack.services.scoring.answers.set('/api/scoring/large', { body: Array(2_000).fill('x') });
  const encodings = await Promise.all(
    ['small', 'large'].map(async (size) => {
      const answer = await browser.fetch(`/api/scoring/${size}`, { headers: { 'accept-encoding': 'gzip' } });
      expect(await answer.json()).toContain('x');
      return answer.headers.get('content-encoding');
    }),
  );
  expect(encodings).toEqual([null, 'gzip']);
});

it('answers what no service is asked for', async () => {
  const answer = await browser.fetch('/api/nothing/here', { method: 'POST' });
  expect([answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([
    404,
    'application/problem+json',
  ]);
});

it('slows down whoever keeps trying with one link, and nobody else', async () => {
  const check = (link: string) =>
    fetch(`${stack.origin}/api/questionnaires/check-in`, { headers: { 'attune-link': link } });
  const tries = await Promise.all(Array.from({ length: 70 }, () => check('one')));
  expect(tries.filter(({ status }) => status === 200)).toHaveLength(60);
  expect(tries.find(({ status }) => status === 429)?.headers.get('retry-after')).toMatch(/^\d+$/);
  expect((await check('another')).status).toBe(200);
});

/** `fetch` tidies a path before it sends it; this does not. */
async function rawGet(path: string): Promise<void> {
  const { request } = await import('node:http');
  const { hostname, port } = new URL(stack.origin);
  await new Promise<void>((resolve) => {
    request({ hostname, port, path }, (response) => {
      response.resume().once('close', resolve);
    }).end();
  });
}
