import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { Browser } from '../../test-stack/browser.ts';
import { people, sessionSecret, type Stack, startStack } from '../../test-stack/stack.ts';
import { Seal } from './seal.ts';
import { seconds, type Session } from './session.ts';

const seal = new Seal(sessionSecret);
const therapist = people['therapist']?.personId;
let stack: Stack;

beforeAll(async () => {
  stack = await startStack();
}, 120_000);
afterAll(() => stack.stop());

async function signedIn(username = 'therapist'): Promise<Browser> {
  const browser = stack.browser();
  await browser.signIn(username);
  return browser;
}

/** The same browser some time later: its access token is over. */
async function aged(browser: Browser, changes: Partial<Session> = {}): Promise<Browser> {
  const session = await seal.open<Session>('session', browser.cookie('attune-session') ?? '');
  const later = { ...session, accessEndsAt: seconds() - 5, ...changes };
  const copy = stack.browser();
  copy.setCookie('attune-session', await seal.close('session', later, 600));
  return copy;
}

/** Who the gateway says is signed in: the id, or null for nobody. */
async function whoIs(browser: Browser): Promise<string | null> {
  const answer = await browser.fetch('/auth/session');
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
  return ((await answer.json()) as { person: { id: string } | null }).person?.id ?? null;
}

const bearerOf = (request: { headers: { authorization?: string | undefined } } | undefined): string =>
  (request?.headers.authorization ?? '').replace('Bearer ', '');

it('nobody is signed in before anybody signed in: a page may ask without an error', async () => {
  expect(await whoIs(stack.browser())).toBeNull();
});

describe('signing in', () => {
  it('leads through the provider to the page that was wished for', async () => {
    const browser = stack.browser();
    const page = await browser.signIn('therapist', '/alerts?status=open');
    expect(page.url).toBe(`${stack.origin}/alerts?status=open`);
    const response = await browser.fetch('/auth/session');
    expect(await response.json()).toEqual({
      person: {
        id: people['therapist']?.personId,
        name: 'Dr. Miriam Okafor',
        roles: ['therapist'],
        language: 'en',
        zone: 'Europe/Berlin',
      },
    });
  });

  it('gives the services a token that says who and what, and keeps it from the browser', async () => {
    const browser = await signedIn();
    await browser.fetch('/api/scoring/scores');
    const token = bearerOf(stack.services.scoring.seen.at(-1));
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'RS256', typ: 'at+jwt' });
    const claims = { aud: 'attune-api', person: people['therapist']?.personId, roles: ['therapist'] };
    expect(decodeJwt(token)).toMatchObject(claims);
    expect(browser.cookieHeader('/auth/sign-in')).not.toContain(token.split('.')[1]);
  });

  it('outlives a restart of the gateway', async () => {
    const browser = await signedIn();
    await stack.restart('gateway');
    expect(await whoIs(browser)).toBe(therapist);
  }, 60_000);

  it.each(['https://evil.test/', '//evil.test'])('never leads to %s', async (wish) => {
    expect((await stack.browser().signIn('therapist', wish)).url).toBe(`${stack.origin}/`);
  });

  it('is refused to a wrong password, and says so', async () => {
    const browser = stack.browser();
    const page = await browser.visit('/auth/sign-in');
    const form = new URLSearchParams({ username: 'therapist', password: 'guess' });
    const answer = await browser.visit(page.url, { method: 'POST', body: form });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('do not match anyone');
    expect(await whoIs(browser)).toBeNull();
  });

  it('cannot be finished in a browser that did not begin it', async () => {
    const victim = stack.browser();
    const attacker = stack.browser();
    const page = await attacker.visit('/auth/sign-in');
    let answer = await attacker.fetch(page.url, {
      method: 'POST',
      body: new URLSearchParams({ person: 'jonas' }),
    });
    while (!(answer.headers.get('location') ?? '').includes('/auth/callback')) {
      answer = await attacker.fetch(answer.headers.get('location') ?? '');
    }
    expect((await victim.fetch(answer.headers.get('location') ?? '')).status).toBe(400);
    expect(await whoIs(victim)).toBeNull();
  });
});

describe('a session whose access token is over', () => {
  it('is renewed once for all requests that come together, and goes on from there', async () => {
    const browser = await aged(await signedIn());
    const before = stack.services.scoring.seen.length;
    const sent = browser.cookieHeader();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        fetch(`${stack.origin}/api/scoring/scores`, { headers: { cookie: sent } }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    const tokens = stack.services.scoring.seen.slice(before).map(bearerOf);
    expect(new Set(tokens).size).toBe(1);
    expect(decodeJwt(tokens[0] ?? '').exp).toBeGreaterThan(seconds() + 60);
    // Had the provider seen the old refresh token twice, it would have ended the whole grant by now.
    await browser.fetch('/auth/session');
    expect(await whoIs(await aged(browser))).toBe(therapist);
  });

  it('is renewed after a restart of the provider too', async () => {
    const browser = await aged(await signedIn());
    await stack.restart('identity');
    expect(await whoIs(browser)).toBe(therapist);
  }, 60_000);

  it('ends when the provider no longer knows its refresh token', async () => {
    const browser = await aged(await signedIn(), { refreshToken: 'unknown' });
    expect(await whoIs(browser)).toBeNull();
  });

  it('ends after twelve hours, however it was renewed', async () => {
    const browser = await aged(await signedIn(), { startedAt: seconds() - 13 * 60 * 60 });
    expect(await whoIs(browser)).toBeNull();
  });
});

describe('signing out', () => {
  it('ends the session for every copy of its cookie, and its refresh token', async () => {
    const browser = await signedIn();
    const [thief, later] = [stack.browser(), await aged(browser, { id: 'another' })];
    thief.setCookie('attune-session', browser.cookie('attune-session') ?? '');
    expect(await whoIs(thief)).toBe(therapist);
    expect((await browser.fetch('/auth/sign-out', { method: 'POST' })).status).toBe(200);
    expect(browser.cookie('attune-session')).toBeUndefined();
    expect(await whoIs(thief)).toBeNull();
    expect(await whoIs(later)).toBeNull();
  });

  it('leads to the provider, which ends its session as well and leads home', async () => {
    const browser = await signedIn();
    const answer = await browser.fetch('/auth/sign-out', { method: 'POST' });
    const { redirect } = (await answer.json()) as { redirect: string };
    const page = await (await browser.fetch(redirect)).text();
    const form = new URLSearchParams({
      xsrf: /name="xsrf" value="(\w+)"/.exec(page)?.[1] ?? '',
      logout: 'yes',
    });
    const home = await browser.visit('/identity/session/end/confirm', { method: 'POST', body: form });
    expect(home.url).toBe(`${stack.origin}/`);
    // The provider asks again who it is, rather than sign the same person in.
    expect((await browser.visit('/auth/sign-in')).url).toContain('/identity/sign-in/');
  });
});

it('keeps codes, cookies and tokens out of the gateway’s log', async () => {
  const browser = await signedIn();
  const sealed = browser.cookie('attune-session') ?? '';
  await browser.fetch('/api/scoring/scores');
  const log = stack.log();
  const secrets = [
    'code=',
    'state=',
    sealed.slice(0, 60),
    bearerOf(stack.services.scoring.seen.at(-1)).slice(0, 60),
  ];
  expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
});
