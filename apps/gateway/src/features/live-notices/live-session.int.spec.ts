import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openLiveStream } from '../../test-stack/live-stream.ts';
import { sessionSecret, type Stack, startStack } from '../../test-stack/stack.ts';
import { Seal } from '../sign-in/seal.ts';
import { seconds, type Session } from '../sign-in/session.ts';

const seal = new Seal(sessionSecret);
let stack: Stack;

beforeAll(async () => {
  stack = await startStack();
}, 120_000);
afterAll(() => stack.stop());

describe('the live stream', () => {
  it('opens for a signed-in page, uncached and uncompressed', async () => {
    const browser = stack.browser();
    await browser.signIn('therapist');
    const response = await browser.fetch('/api/live', { headers: { 'accept-encoding': 'br' } });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(response.headers.get('cache-control')).toContain('no-store');
    expect(response.headers.get('content-encoding')).toBeNull();
    await response.body?.cancel();
  });

  it('ends with the sign-in session', async () => {
    const browser = stack.browser();
    await browser.signIn('therapist');
    const stream = await openLiveStream(stack.origin, { cookie: browser.cookieHeader() });
    await browser.fetch('/auth/sign-out', { method: 'POST' });
    await stream.until(stream.ended);
  });

  it('ends with the token, for the page to come back with a new one', async () => {
    const browser = stack.browser();
    await browser.signIn('therapist');
    const sealed = browser.cookie('attune-session') ?? '';
    const session = await seal.open<Session>('session', sealed);
    // Too short to be renewed, as when the provider is away for a while.
    const short = { ...session, accessEndsAt: seconds() + 2, refreshToken: null };
    const cookie = `attune-session=${await seal.close('session', short, 60)}`;
    const stream = await openLiveStream(stack.origin, { cookie });
    expect(stream.ended()).toBe(false);
    await stream.until(stream.ended);
    expect(seconds()).toBeGreaterThanOrEqual(short.accessEndsAt);
  });

  it('tells a page that comes back after a restart to load everything anew', async () => {
    const headers = { authorization: `Bearer ${await stack.token('therapist')}` };
    const before = await openLiveStream(stack.origin, headers);
    expect(before.heard()).toEqual([]);
    await stack.restart('gateway');
    const after = await openLiveStream(stack.origin, { ...headers, 'last-event-id': before.lastId() });
    expect(after.heard()).toEqual(['resync']);
    after.close();
  }, 60_000);

  it.each([
    ['without a token', {}],
    ['with a token that nobody issued', { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' }],
    ['by a client’s link', { 'attune-link': 'token' }],
  ])('is refused %s', async (_how, headers) => {
    expect((await openLiveStream(stack.origin, headers)).status).toBe(401);
  });

  it('is refused to an integrator, who reads topics instead', async () => {
    const headers = { authorization: `Bearer ${await stack.token('integrator')}` };
    expect((await openLiveStream(stack.origin, headers)).status).toBe(403);
  });
});
