import { describe, expect, it } from '@jest/globals';
import { CookieJar } from './cookie-jar.ts';

const jar = new CookieJar('http://localhost:8080');

/** What a browser would send back after these headers. */
function sentBack(setCookies: string[], before: Record<string, string> = {}): string {
  const cookies = { ...before };
  for (const header of setCookies) {
    const [name = '', value = ''] = (header.split(';')[0] ?? '').split('=');
    if (header.includes('Max-Age=0')) Reflect.deleteProperty(cookies, name);
    else cookies[name] = value;
  }
  return Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
}

describe('a value in cookies', () => {
  it.each([10, 3_800, 3_801, 12_000])('of %d characters comes back whole', (length) => {
    const value = 'x'.repeat(length);
    expect(jar.read(sentBack(jar.write('session', value, 60)), 'session')).toBe(value);
  });

  it('that becomes shorter leaves nothing of the longer one behind', () => {
    const long = Object.fromEntries(
      sentBack(jar.write('session', 'x'.repeat(9_000), 60))
        .split('; ')
        .map((cookie) => cookie.split('=') as [string, string]),
    );
    expect(jar.read(sentBack(jar.write('session', 'short', 60), long), 'session')).toBe('short');
  });

  it('stays below what browsers accept', () => {
    for (const cookie of jar.write('session', 'x'.repeat(15_000), 43_200)) {
      expect(cookie.length).toBeLessThan(4_096);
    }
  });

  it('is refused rather than cut off when it is too long for all of them', () => {
    expect(() => jar.write('session', 'x'.repeat(20_000), 60)).toThrow('too long');
  });

  it('is gone after clearing', () => {
    expect(jar.read(sentBack(jar.clear('session'), { 'attune-session': 'x' }), 'session')).toBeUndefined();
  });
});

it('hides cookies from scripts and other sites, and needs https where there is https', () => {
  expect(jar.write('session', 'x', 60)[0]).toBe(
    'attune-session=x; Max-Age=60; Path=/; HttpOnly; SameSite=Lax',
  );
  expect(new CookieJar('https://attune.example').write('session', 'x', 60)[0]).toBe(
    '__Host-attune-session=x; Max-Age=60; Path=/; HttpOnly; SameSite=Lax; Secure',
  );
});

it('keeps its own cookies from whom it forwards to', () => {
  expect(jar.withoutOwn('identity=a; attune-session=b; attune-session-1=c; identity.sig=d')).toBe(
    'identity=a; identity.sig=d',
  );
});
