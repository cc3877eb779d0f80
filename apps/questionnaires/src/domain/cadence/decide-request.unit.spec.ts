import { describe, expect, it, test } from '@jest/globals';
import type { Care } from './care.ts';
import { decideRequest, type ClientNow } from './decide-request.ts';
import type { PlannedRequest } from './due-requests.ts';
import type { Policy } from './policy.ts';
import { shippedPolicies } from './shipped-policies.ts';

const [everySession, everyWeeks] = shippedPolicies as [Policy, Policy];
const atEnd: Policy = { ...everySession, code: 'end', trigger: { kind: 'at-end-of-care' } };
const policies = [everySession, everyWeeks, atEnd];

const now = new Date('2026-11-23T11:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const care = (to: Date | null = null): Care[] => [
  { staffId: 'anna', kind: 'primary', from: hoursAgo(1_000), to },
];
const client: ClientNow = { known: true, team: null, care: care(), open: new Set(), answered: [] };
const planned = ({ code, trigger }: Policy, hours = 0): PlannedRequest => ({
  ...{ clientId: 'c', policy: code, trigger: trigger.kind, occasion: 'x' },
  ...{ sessionId: null, sessionType: 'individual', dueAt: hoursAgo(hours) },
});
const decide = (plan: PlannedRequest, more: Partial<ClientNow> = {}, given: readonly Policy[] = policies) => {
  const decision = decideRequest(plan, given, { ...client, ...more }, now);
  return decision.what === 'drop' ? decision.why : decision.what;
};

test('what is due is asked', () => {
  expect(decide(planned(everySession))).toBe('issue');
});

it.each<[string, Partial<ClientNow>, string]>([
  ['is not registered yet', { known: false }, 'wait'],
  ['has no care that has been heard of', { care: [] }, 'wait'],
  ['is in care no more', { care: care(now) }, 'care-ended'],
  ['has an open request of the instrument', { open: new Set([everySession.instrument.url]) }, 'open-request'],
  ['has an open request of another', { open: new Set([everyWeeks.instrument.url]) }, 'issue'],
])('given a client who %s, when a session makes it due, then: %s', (_who, more, what) => {
  expect(decide(planned(everySession), more)).toBe(what);
});

test('a session is not asked about when the time to answer would be over; other questions are asked late', () => {
  expect(decide(planned(everySession, 95))).toBe('issue');
  expect(decide(planned(everySession, 96))).toBe('too-late');
  expect(decide(planned(everyWeeks, 1_000))).toBe('issue');
});

test('nobody is waited for longer than that', () => {
  for (const plan of [everySession, everyWeeks]) {
    expect(decide(planned(plan, 1_000), { known: false })).toBe('too-late');
  }
});

test('the policies of now decide: one that is gone, switched off or made another asks nothing', () => {
  const plan = planned(everySession);
  expect(decide(plan, {}, [])).toBe('policy-gone');
  expect(decide(plan, {}, [{ ...everySession, active: false }])).toBe('policy-gone');
  expect(decide(plan, {}, [{ ...everySession, trigger: { kind: 'at-intake' } }])).toBe('policy-gone');
});

test('a narrower policy stands in its place, and one that says never lets the client be', () => {
  const never: Policy = {
    ...{ ...everySession, code: 'spared', trigger: { kind: 'never' } },
    scope: { kind: 'team', team: 'day-clinic' },
  };
  expect(decide(planned(everySession), { team: 'day-clinic' }, [...policies, never])).toBe('another-governs');
  expect(decide(planned(everySession), { team: 'other' }, [...policies, never])).toBe('issue');
});

test('the end of care is asked about when it has come, and not after a handover', () => {
  expect(decide(planned(atEnd), { care: care(hoursAgo(1)) })).toBe('issue');
  expect(decide(planned(atEnd), { care: [...care(hoursAgo(1)), ...care()] })).toBe('care-goes-on');
});

describe('what was answered while the delay ran', () => {
  const { url } = everySession.instrument;
  const delayed: Policy = { ...everySession, delayHours: 48 };
  const due = { ...planned(delayed), sessionId: 's' };
  const answer = (hours: number, sessionId: string | null = null, of = url) => {
    const answered = [{ url: of, sessionId, answeredAt: hoursAgo(hours).toISOString() }];
    return decide(due, { answered }, [delayed]);
  };

  it('about the session, or about none since it was held, is not asked again', () => {
    expect(answer(47, 's')).toBe('answered');
    expect(answer(47)).toBe('answered');
    // Paper is filled in before somebody marks the session as held.
    expect(answer(50)).toBe('answered');
  });

  it('about another session, of another instrument or before does not count', () => {
    expect(answer(47, 'other')).toBe('issue');
    expect(answer(47, 's', everyWeeks.instrument.url)).toBe('issue');
    expect(answer(73)).toBe('issue');
  });

  it('does not stand in for what belongs to no session', () => {
    const answered = [{ url: everyWeeks.instrument.url, sessionId: null, answeredAt: now.toISOString() }];
    expect(decide(planned(everyWeeks), { answered })).toBe('issue');
  });
});
