import { describe, expect, it } from '@jest/globals';
import { governing, type Policy, type Scope } from './policy.ts';
import { shippedPolicies } from './shipped-policies.ts';

const [alliance] = shippedPolicies as [Policy];
const of = (scope: Scope, more: Partial<Policy> = {}): Policy => ({
  ...{ ...alliance, code: scope.kind, scope },
  ...more,
});
const policies = [
  of({ kind: 'all' }),
  of({ kind: 'session-type', type: 'group' }),
  of({ kind: 'team', team: 'day-clinic' }),
  of({ kind: 'client', clientId: 'c' }),
];
const asked = { clientId: 'other', team: null, sessionType: null };
const codes = (given: readonly Policy[], who: Parameters<typeof governing>[2]) =>
  governing(given, alliance.instrument.url, who).map(({ code }) => code);

describe('given policies for all, a kind of session, a team and a client', () => {
  it.each([
    ['nothing else fits', asked, 'all'],
    ['it is about a group session', { ...asked, sessionType: 'group' }, 'session-type'],
    ['the therapist is of the team', { ...asked, team: 'day-clinic', sessionType: 'group' }, 'team'],
    ['it is the client', { clientId: 'c', team: 'day-clinic', sessionType: 'group' }, 'client'],
  ])('when %s, the narrowest that fits governs', (_when, who, code) => {
    expect(codes(policies, who)).toEqual([code]);
  });
});

it('policies as narrow as each other govern together', () => {
  const more = of({ kind: 'all' }, { code: 'at-intake', trigger: { kind: 'at-intake' } });
  expect(codes([...policies, more], asked)).toEqual(['all', 'at-intake']);
});

it('one that is not active, or is about another instrument, governs nothing', () => {
  const clients = { clientId: 'c', team: null, sessionType: null };
  const off = policies.map((policy) => ({ ...policy, active: policy.scope.kind !== 'client' }));
  expect(codes(off, clients)).toEqual(['all']);
  const others = policies.map((policy) =>
    policy.scope.kind === 'client' ? { ...policy, instrument: { url: 'https://other.example/x' } } : policy,
  );
  expect(codes(others, clients)).toEqual(['all']);
});
