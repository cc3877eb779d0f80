import { expect, it } from '@jest/globals';
import { returnPath } from './return-path.ts';

it.each(['/', '/alerts', '/caseload?sort=risk&search=a%20b#row-3'])('keeps a page of our own: %s', (path) => {
  expect(returnPath(path)).toBe(path);
});

it.each([
  undefined,
  '',
  'alerts',
  'https://evil.test/',
  '//evil.test',
  '/\\evil.test',
  '/.//evil.test/x',
  '/%2e//evil.test',
  '/a/..//evil.test',
  '/./\\evil.test',
  '/\t/evil.test',
  'javascript:alert(1)',
  '/auth/sign-in',
  '/auth',
  '/api/alerting/alerts',
  '/identity/session/end',
])('leads to the start instead of %p', (wish) => {
  expect(returnPath(wish)).toBe('/');
});

it('keeps pages whose name only begins alike', () => {
  expect(returnPath('/authors')).toBe('/authors');
});
