import { expect, it } from '@jest/globals';
import { isPlainPath } from './plain-path.ts';

it.each(['/', '/api/questionnaires/check-in', '/api/a%20b', '/clients/%C3%A4', '/assets/x-1_2.3~4.js'])(
  'is plain: %s',
  (path) => {
    expect(isPlainPath(path)).toBe(true);
  },
);

it.each([
  '/%61pi/questionnaires/check-in',
  '/identit%79/sign-in/x',
  '/%69dentity/sign-in/x',
  '/%41PI',
  '/api/%2e%2e/x',
  '/api/%2Emetrics',
  '/api/%5fx',
  '/api/%30',
  '/api/%7E',
  '//api/scheduling/people',
  '/api/%ff',
  '/api/%zz',
  '/api/%',
  'api',
])('is not: %s', (path) => {
  expect(isPlainPath(path)).toBe(false);
});
