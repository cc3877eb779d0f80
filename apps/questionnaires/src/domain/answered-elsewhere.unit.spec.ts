import { expect, it } from '@jest/globals';
import { settles } from './answered-elsewhere.ts';

const answeredAt = '2026-11-23T10:00:00.000Z';
const asked = (issuedAt: string, sessionId: string | null = null) => ({ issuedAt, sessionId });

it.each([
  ['what was asked before', asked('2026-11-22T10:00:00.000Z'), true],
  ['what was asked about a session before', asked('2026-11-22T10:00:00.000Z', 's'), true],
  [
    'what is asked about the session that paper was filled in at',
    asked('2026-11-23T10:20:00.000Z', 's'),
    true,
  ],
  ['not what is asked about a later session', asked('2026-11-30T10:20:00.000Z', 's'), false],
])('answers about no session settle %s', (_, request, settled) => {
  expect(settles({ sessionId: null, answeredAt }, request)).toBe(settled);
});

it.each([
  ['what was asked about it', asked('2026-11-30T10:00:00.000Z', 's'), true],
  ['not what was asked about another', asked('2026-11-22T10:00:00.000Z', 't'), false],
  ['not what was asked about none', asked('2026-11-22T10:00:00.000Z'), false],
])('answers about a session settle %s', (_, request, settled) => {
  expect(settles({ sessionId: 's', answeredAt }, request)).toBe(settled);
});
