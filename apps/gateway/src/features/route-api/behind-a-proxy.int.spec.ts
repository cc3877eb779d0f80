import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readConfig } from '@attune/platform';
import { type Stack, startStack } from '../../test-stack/stack.ts';

const named = '203.0.113.7';
let trusting: Stack;
let plain: Stack;

beforeAll(async () => {
  [trusting, plain] = await Promise.all([startStack({ TRUST_PROXY: '127.0.0.0/8, ::1' }), startStack()]);
}, 120_000);
afterAll(() => Promise.all([trusting.stop(), plain.stop()]));

async function addressSeen(stack: Stack, forwarded: string): Promise<unknown> {
  const authorization = `Bearer ${await stack.token('operations')}`;
  await fetch(`${stack.origin}/api/scoring/x`, { headers: { authorization, 'x-forwarded-for': forwarded } });
  return stack.services.scoring.seen.at(-1)?.headers['x-forwarded-for'];
}

/** How many of so many tries at a password pass before they are slowed down. */
async function passed(stack: Stack, forwarded: (i: number) => string): Promise<number> {
  const tries = Array.from({ length: 40 }, (_, i) =>
    fetch(`${stack.origin}/identity/sign-in/none`, {
      method: 'POST',
      headers: { 'x-forwarded-for': forwarded(i) },
    }),
  );
  return (await Promise.all(tries)).filter(({ status }) => status !== 429).length;
}

describe('behind a proxy that is trusted', () => {
  it('tells a service the address that the proxy names, and not one that the caller made up before', async () => {
    expect(await addressSeen(trusting, named)).toBe(named);
    expect(await addressSeen(trusting, `10.9.9.9, ${named}`)).toBe(named);
  });

  it('slows down one address and not the others', async () => {
    expect(await passed(trusting, () => named)).toBe(30);
    expect(await passed(trusting, (i) => `198.51.100.${i}`)).toBe(40);
  });
});

describe('with no proxy named', () => {
  it('believes nobody who names an address', async () => {
    expect(await addressSeen(plain, named)).toMatch(/127\.0\.0\.1|::1/);
    expect(await passed(plain, (i) => `198.51.100.${i}`)).toBe(30);
  });
});

describe('TRUST_PROXY', () => {
  it.each(['10.0.0.0/8', '127.0.0.1,::1', '2001:db8::/32'])('takes %s', (TRUST_PROXY) => {
    expect(readConfig({ TRUST_PROXY }).TRUST_PROXY).toBe(TRUST_PROXY);
  });
  it.each(['true', '1', '10.0.0.0/33', 'proxy.example', ''])(
    'refuses %s, which could be anybody',
    (TRUST_PROXY) => {
      expect(() => readConfig({ TRUST_PROXY })).toThrow('TRUST_PROXY: takes addresses and networks');
    },
  );
});
