import { allianceCheckIn } from '../instruments/attune-alliance-check-in.ts';
import { phq9 } from '../instruments/phq-9.ts';
import type { Policy } from './policy.ts';

/** What a new provider begins with: the alliance after every session, how the client is every four weeks. */
export const shippedPolicies: readonly Policy[] = [
  {
    code: 'after-every-session',
    title: 'Alliance check-in after every session',
    instrument: { url: allianceCheckIn.url },
    trigger: { kind: 'after-every-session' },
    scope: { kind: 'all' },
    delayHours: 0,
    windowDays: 4,
    reminderHours: [48],
    active: true,
  },
  {
    code: 'phq-9-every-four-weeks',
    title: 'PHQ-9 every four weeks',
    instrument: { url: phq9.url },
    trigger: { kind: 'every-n-weeks', n: 4 },
    scope: { kind: 'all' },
    delayHours: 0,
    windowDays: 7,
    reminderHours: [48, 120],
    active: true,
  },
];
