import '../../language/in-english.ts';
import { expect, it } from '@jest/globals';
import type { CadencePolicy } from '../../api/admin.ts';
import { policyWords, readHours, triggerWords } from './policy-words.ts';

const policy: CadencePolicy = {
  ...{ code: 'a', title: 'A', instrument: { url: 'https://x.example/phq-9' }, scope: { kind: 'all' } },
  ...{ trigger: { kind: 'every-n-weeks', n: 4 }, delayHours: 2, windowDays: 1, reminderHours: [24, 48] },
  ...{ active: true, version: 1, changedAt: '2026-01-01T00:00:00Z' },
};

it('a policy is told in a sentence', () => {
  expect(policyWords(policy, 'PHQ-9')).toBe(
    'PHQ-9: asks all clients every 4 weeks, 2 h later; 1 day to answer; reminded after 24, 48 h.',
  );
  expect(policyWords({ ...policy, delayHours: 0, reminderHours: [], windowDays: 4 }, 'PHQ-9')).toBe(
    'PHQ-9: asks all clients every 4 weeks; 4 days to answer; not reminded.',
  );
  expect(policyWords({ ...policy, scope: { kind: 'team', team: 'day-clinic' } }, 'PHQ-9')).toContain(
    'asks clients of the team day-clinic every 4 weeks',
  );
  expect(triggerWords({ kind: 'every-nth-session', n: 1 })).toBe('after every session');
});

it('reminders are whole hours, three at most', () => {
  expect([
    readHours(''),
    readHours('24, 48'),
    readHours('1,2,3,4'),
    readHours('soon'),
    readHours('1.5'),
  ]).toEqual([...[[], [24, 48], null, null, null]]);
});
