import '../language/in-english.ts';
import { expect, it } from '@jest/globals';
import type { Client } from '../api/caseload.ts';
import { tell } from './factor-words.ts';

const now = Date.parse('2026-11-23T12:00:00Z');
const client = {
  lastScore: { value: 30.25, min: 12, max: 60, change: -9 },
  missed: { inARow: 2, last90Days: 3 },
  requests: { silent: 3 },
  lastContact: '2026-10-20T12:00:00Z',
  weeksInCare: 8,
} as unknown as Client;

it('every sign is told from the numbers of the client', () => {
  const codes = ['weak-alliance', 'falling-alliance', 'missed-sessions', 'silence', 'no-recent-contact'];
  expect(codes.map((code) => tell(code, client, now))).toEqual([
    'alliance 30.3, lower half of 12–60',
    'alliance fell by 9 since last time',
    'last 2 sessions missed, 3 missed in 90 days',
    'last 3 check-ins unanswered',
    'no contact for 34 days',
  ]);
});

it('of a scale on which more is worse the upper half is weak', () => {
  const distance = { ...client, lastScore: { value: 13, min: 0, max: 24, change: null } };
  expect(tell('weak-alliance', distance, now)).toBe('alliance 13, upper half of 0–24');
});

it('who has never come or answered has had no contact since care began', () => {
  expect(tell('no-recent-contact', { ...client, lastContact: null }, now)).toBe(
    'no contact in 8 weeks of care',
  );
});

it('thousands are apart', () => {
  const long = { ...client, lastContact: '2023-01-01T12:00:00Z' };
  expect(tell('no-recent-contact', long, now)).toBe('no contact for 1,422 days');
});

it('a sign of tomorrow is left to the words of the platform', () => {
  expect(tell('of tomorrow', client, now)).toBeUndefined();
});
