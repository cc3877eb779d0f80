import { describe, expect, it } from '@jest/globals';
import { isForgeable } from './cross-site.ts';

const own = 'https://attune.example';
const post = { method: 'POST', byCookie: true, secFetchSite: undefined, origin: undefined };

describe('a request that acts by the sign-in cookie', () => {
  it.each(['GET', 'HEAD', 'OPTIONS'])('may come from anywhere when it only reads (%s)', (method) => {
    expect(isForgeable({ ...post, method, secFetchSite: 'cross-site' }, own)).toBe(false);
  });

  it('may change something when the browser says that the page itself asks', () => {
    expect(isForgeable({ ...post, secFetchSite: 'same-origin', origin: own }, own)).toBe(false);
  });

  it.each(['cross-site', 'same-site', 'none', ''])('is refused when the browser says %p', (secFetchSite) => {
    expect(isForgeable({ ...post, secFetchSite, origin: own }, own)).toBe(true);
  });

  it('may change something when an older browser names the own origin', () => {
    expect(isForgeable({ ...post, origin: own }, own)).toBe(false);
  });

  it.each([
    undefined,
    'null',
    'https://attune.example.evil.test',
    'https://sub.attune.example',
    'http://attune.example',
  ])('is refused when an older browser names %p', (origin) => {
    expect(isForgeable({ ...post, origin }, own)).toBe(true);
  });
});

it('leaves requests alone that do not act by the cookie', () => {
  expect(isForgeable({ ...post, byCookie: false, secFetchSite: 'cross-site' }, own)).toBe(false);
});
